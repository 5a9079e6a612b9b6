package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Sources and pages cite the specification of behaviour by page and heading, and every citation leads somewhere.
class BehaviourDocsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> SOURCES = List.of("server/src", "model/src", "bench", "docs", "templates", "bin");
    private static final Set<String> TEXTS = Set.of("java", "smithy", "md", "sql", "sh", "yaml", "tf");
    private static final Pattern CITATION = Pattern.compile("docs/behaviour/[a-z-]+\\.md(?:#[a-z0-9-]+)?");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s:]*\\.md)?(#[^)\\s]+)?\\)");
    private static final String PARAGRAPH_SIGN = "\u00a7";

    @Test
    void everyCitationNamesAPageAndAHeadingThatAreThere() throws IOException {
        var broken = new ArrayList<String>();
        for (Path file : texts()) {
            CITATION.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group())
                    .filter(citation -> !leadsSomewhere(ROOT, citation))
                    .forEach(citation -> broken.add("%s cites %s".formatted(ROOT.relativize(file), citation)));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(link -> (link.group(1) == null ? page.getFileName().toString() : link.group(1))
                            + (link.group(2) == null ? "" : link.group(2)))
                    .filter(link -> !leadsSomewhere(page.resolveSibling("."), link))
                    .forEach(link -> broken.add("%s links to %s".formatted(ROOT.relativize(page), link)));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void nothingCitesAParagraphByNumber() throws IOException {
        var citing = new ArrayList<Path>();
        for (Path file : texts()) {
            if (Files.readString(file).contains(PARAGRAPH_SIGN)) {
                citing.add(ROOT.relativize(file));
            }
        }
        assertThat(citing).isEmpty();
    }

    @Test
    void theIndexNamesEveryPage() throws IOException {
        String index = Files.readString(ROOT.resolve("docs/behaviour/README.md"));
        try (var pages = Files.list(ROOT.resolve("docs/behaviour"))) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> !name.equals("README.md"))
                            .filter(name -> !index.contains("](" + name + ")")))
                    .isEmpty();
        }
    }

    private static boolean leadsSomewhere(Path from, String reference) {
        String[] parts = reference.split("#", 2);
        Path page = from.resolve(parts[0]).normalize();
        return Files.isRegularFile(page) && (parts.length == 1 || headings(page).contains(parts[1]));
    }

    /// The anchors of a page, as GitHub makes them from its headings.
    private static Set<String> headings(Path page) {
        try (var lines = Files.lines(page)) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("#+ ", "")
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> pages() throws IOException {
        return texts().stream().filter(file -> file.toString().endsWith(".md")).toList();
    }

    private static List<Path> texts() throws IOException {
        var all = new ArrayList<Path>();
        try (var top = Files.list(ROOT)) {
            top.filter(BehaviourDocsTest::isText).forEach(all::add);
        }
        for (String source : SOURCES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(source))) {
                files.filter(BehaviourDocsTest::isText).forEach(all::add);
            }
        }
        return all;
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        boolean built = file.toString().contains("/target/");
        return !built && Files.isRegularFile(file) && TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
