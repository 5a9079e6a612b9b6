package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openproton.base.Floor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The floors of the house: what each package says that it uses is what it uses, and nobody uses a higher floor.
@Tag("gate")
class FloorsTest {
    private static final boolean REWRITE = Boolean.getBoolean("openproton.floors");
    private static final Pattern DECLARATION = Pattern.compile("@Floor\\([^)]*\\)");

    private static final Map<String, Set<String>> USES = uses();

    @BeforeAll
    static void rewriteWhereAsked() throws IOException, FormatterException {
        if (REWRITE) {
            for (Map.Entry<String, Set<String>> room : USES.entrySet()) {
                rewrite(room.getKey(), room.getValue());
            }
        }
        Assumptions.assumeFalse(REWRITE, "bin/floors writes the declarations; the next build tests them");
    }

    @Test
    void everyPackageNamesExactlyThePackagesThatItUses() {
        var wrong = new TreeSet<String>();
        USES.forEach((room, used) -> {
            Set<String> named = Set.of(floor(room).uses());
            used.stream()
                    .filter(other -> !named.contains(other))
                    .forEach(other -> wrong.add("%s uses %s, but does not name it".formatted(shown(room), other)));
            named.stream()
                    .filter(other -> !used.contains(other))
                    .forEach(other -> wrong.add("%s names %s, but does not use it".formatted(shown(room), other)));
        });
        assertThat(wrong)
                .as("package-info of packages; bin/floors writes what is true, you decide whether it should be")
                .isEmpty();
    }

    @Test
    void noPackageUsesAHigherFloor() {
        var wrong = new TreeSet<String>();
        USES.forEach((room, used) -> used.stream()
                .filter(other -> floor(other).number() > floor(room).number())
                .forEach(other -> wrong.add("%s (floor %d) uses %s (floor %d)"
                        .formatted(
                                shown(room),
                                floor(room).number(),
                                other,
                                floor(other).number()))));
        Exceptions.HIGHER_FLOORS.assertOnly(wrong);
    }

    @Test
    void packagesDoNotUseEachOtherInCircles() {
        var wrong = new TreeSet<String>();
        for (String room : USES.keySet()) {
            Set<String> circle = USES.keySet().stream()
                    .filter(other ->
                            reachable(room).contains(other) && reachable(other).contains(room))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!circle.isEmpty()) {
                wrong.add(String.join(", ", circle));
            }
        }
        Exceptions.CIRCLES.assertOnly(wrong);
    }

    private static Set<String> reachable(String from) {
        var reached = new TreeSet<String>();
        var open = new TreeSet<>(USES.get(from));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (reached.add(next)) {
                open.addAll(USES.get(next));
            }
        }
        return reached;
    }

    /// What each package uses besides itself.
    private static Map<String, Set<String>> uses() {
        var uses = new TreeMap<String, Set<String>>();
        CompiledHouse.main().classes().forEach(type -> {
            String room = CompiledHouse.packageOf(CompiledHouse.name(type));
            Set<String> used = uses.computeIfAbsent(room, _ -> new TreeSet<>());
            CompiledHouse.mentioned(type).stream()
                    .map(CompiledHouse::packageOf)
                    .filter(other -> !other.equals(room))
                    .forEach(used::add);
        });
        return uses;
    }

    private static String shown(String room) {
        return room.isEmpty() ? "the root" : room;
    }

    private static Floor floor(String room) {
        return PackageFloors.of(room.isEmpty() ? "openproton" : "openproton." + room);
    }

    /// Writes what a package uses into its `package-info`, the highest floors first; its own floor stays.
    private static void rewrite(String room, Set<String> used) throws IOException, FormatterException {
        Path file = CompiledHouse.MAIN_SOURCES.resolve("openproton/" + room.replace('.', '/') + "/package-info.java");
        String text = Files.readString(file);
        String declaration = "@Floor(number = %d%s)".formatted(floor(room).number(), list(used));
        String formatted = Formatter.createFormatter(JavaFormatterOptions.builder()
                        .style(JavaFormatterOptions.Style.PALANTIR)
                        .build())
                .formatSource(DECLARATION.matcher(text).replaceFirst(Matcher.quoteReplacement(declaration)));
        if (!formatted.equals(text)) {
            Files.writeString(file, formatted);
        }
    }

    private static String list(Set<String> used) {
        List<String> sorted = used.stream()
                .sorted(Comparator.comparing((String room) -> -floor(room).number())
                        .thenComparing(Comparator.naturalOrder()))
                .map("\"%s\""::formatted)
                .toList();
        return sorted.isEmpty() ? "" : ", uses = {%s}".formatted(String.join(", ", sorted));
    }
}
