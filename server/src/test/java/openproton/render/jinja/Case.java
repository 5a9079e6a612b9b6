package openproton.render.jinja;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openproton.base.Json;

/// One template of the file `jinja/cases.txt` and what becomes of it. Cases stand between lines of `----`; the first
/// block is their data. Between template and result stands `=>` when Jinja2 gives the same, `=> own` when only this
/// engine does, and `!!` before a part of the error.
record Case(String template, Kind kind, String result) {
    private static final String FILE = "/jinja/cases.txt";

    enum Kind {
        AS_JINJA2("=>"),
        OWN("=> own"),
        ERROR("!!");

        private final String line;

        Kind(String line) {
            this.line = line;
        }
    }

    static List<Case> all() {
        var cases = new ArrayList<Case>();
        List<String> blocks = blocks();
        for (String block : blocks.subList(1, blocks.size())) {
            cases.add(read(block));
        }
        return cases;
    }

    /// The values that every case may use.
    static Map<String, Object> data() {
        return values(blocks().getFirst());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(String json) {
        return (Map<String, Object>) Objects.requireNonNull(Json.read(json));
    }

    private static List<String> blocks() {
        try (var file = Objects.requireNonNull(Case.class.getResourceAsStream(FILE))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split("\n----\n"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Case read(String block) {
        for (Kind kind : Kind.values()) {
            String line = "\n" + kind.line + "\n";
            int at = block.indexOf(line);
            if (at >= 0) {
                return new Case(block.substring(0, at), kind, block.substring(at + line.length()));
            }
        }
        throw new IllegalArgumentException("a case needs '=>', '=> own' or '!!': " + block);
    }
}
