package openproton.render.jinja;

import java.util.ArrayList;
import java.util.List;

/// A part of a generated template that can be made smaller.
///
/// @param pattern its text, `%s` for each of its parts
record Piece(Kind kind, String pattern, List<Piece> parts) {

    enum Kind {
        STATEMENTS(""),
        EXPRESSION("1");

        private final String smallest;

        Kind(String smallest) {
            this.smallest = smallest;
        }
    }

    static Piece expression(String pattern, Piece... parts) {
        return new Piece(Kind.EXPRESSION, pattern, List.of(parts));
    }

    static Piece statements(String pattern, Piece... parts) {
        return new Piece(Kind.STATEMENTS, pattern, List.of(parts));
    }

    /// The text of something that has no parts.
    static Piece word(String text) {
        return expression(text.replace("%", "%%"));
    }

    String text() {
        return pattern.formatted(parts.stream().map(Piece::text).toArray());
    }

    /// Everything that is one step smaller: the least of its kind, one of its parts, or itself with a smaller part.
    List<Piece> smaller() {
        var smaller = new ArrayList<Piece>();
        if (!text().equals(kind.smallest)) {
            smaller.add(new Piece(kind, kind.smallest, List.of()));
        }
        parts.stream().filter(part -> part.kind == kind).forEach(smaller::add);
        for (int index = 0; index < parts.size(); index++) {
            for (Piece part : parts.get(index).smaller()) {
                var others = new ArrayList<>(parts);
                others.set(index, part);
                smaller.add(new Piece(kind, pattern, List.copyOf(others)));
            }
        }
        return smaller;
    }
}
