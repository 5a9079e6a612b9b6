package openproton.git.host;

import java.util.List;
import java.util.Map;
import openproton.base.DataException;
import openproton.base.Json;
import org.jspecify.annotations.Nullable;

/// A part of a JSON document from outside. A missing member reads as nothing.
record GitHostReply(@Nullable Object json) {

    /// Reads a document. Text that is not JSON reads as nothing.
    static GitHostReply read(String text) {
        try {
            return new GitHostReply(Json.read(text));
        } catch (DataException _) {
            return new GitHostReply(null);
        }
    }

    /// The member behind a path of names.
    GitHostReply at(String... names) {
        Object value = json;
        for (String name : names) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return new GitHostReply(value);
    }

    /// The text, or the number as text, behind a path of names; empty when there is none.
    String text(String... names) {
        Object value = at(names).json();
        return value instanceof String || value instanceof Number ? value.toString() : "";
    }

    boolean isTrue(String... names) {
        return Boolean.TRUE.equals(at(names).json());
    }

    boolean isFalse(String... names) {
        return Boolean.FALSE.equals(at(names).json());
    }

    boolean isNothing() {
        return json == null;
    }

    /// The items of a list.
    List<GitHostReply> items() {
        return json instanceof List<?> list
                ? list.stream().<GitHostReply>map(GitHostReply::new).toList()
                : List.of();
    }
}
