package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The budgets of the house, and its format: what is over a ceiling, or not as the formatter writes it, fails.
@Tag("gate")
class BudgetTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int MAIN_LINES_MAX = 300;
    private static final int TEST_LINES_MAX = 400;
    private static final int IMPORTS_MAX = 25;
    private static final Predicate<String> LONG_COMMENT =
            Pattern.compile("^ *///").asPredicate().and(line -> line.length() > 120);
    private static final Pattern TO_DO = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    @Test
    void filesKeepTheirBudgets() throws IOException {
        var over = new TreeSet<String>();
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            int max = file.toString().contains("/src/test/") ? TEST_LINES_MAX : MAIN_LINES_MAX;
            long imports =
                    lines.stream().filter(line -> line.startsWith("import ")).count();
            if (lines.size() > max) {
                over.add("%s has %d lines, %d are allowed".formatted(ROOT.relativize(file), lines.size(), max));
            }
            if (imports > IMPORTS_MAX
                    && !Exceptions.MANY_IMPORTS.contains(file.getFileName().toString())) {
                over.add("%s has %d imports, %d are allowed".formatted(ROOT.relativize(file), imports, IMPORTS_MAX));
            }
        }
        assertThat(over).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        var found = new TreeSet<String>();
        for (Path file : sources()) {
            if (!file.endsWith("BudgetTest.java")
                    && TO_DO.matcher(Files.readString(file)).find()) {
                found.add(ROOT.relativize(file).toString());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everySourceIsAsTheFormatterWritesIt() throws IOException {
        var formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        boolean write = Boolean.getBoolean("openproton.format");
        var different = new TreeMap<String, String>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            String formatted = format(formatter, file, text);
            if (!formatted.equals(text)) {
                if (write) {
                    Files.writeString(file, formatted);
                } else {
                    different.put(ROOT.relativize(file).toString(), "run bin/fmt");
                }
            }
        }
        assertThat(different).isEmpty();
    }

    private static String format(Formatter formatter, Path file, String text) {
        assertThat(text.lines().filter(LONG_COMMENT))
                .as("comments of %s that the formatter would break in two, the second half outside", file)
                .isEmpty();
        try {
            return formatter.formatSourceAndFixImports(text);
        } catch (FormatterException failure) {
            throw new AssertionError(file + ": " + failure.getMessage(), failure);
        }
    }

    private static List<Path> sources() throws IOException {
        var sources = new TreeSet<Path>();
        for (String module : List.of("model", "server", "bench")) {
            Path folder = ROOT.resolve(module).resolve("src");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return List.copyOf(sources);
    }
}
