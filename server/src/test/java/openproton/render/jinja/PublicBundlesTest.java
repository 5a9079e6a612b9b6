package openproton.render.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openproton.render.RenderException;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every Jinja file below a folder of checked out bundles, with data made from the names it reads, byte for byte as
/// Jinja2 renders it.
@EnabledIfEnvironmentVariable(
        named = PublicBundlesTest.FOLDER,
        matches = ".+",
        disabledReason = "OPENPROTON_PUBLIC_BUNDLES does not name a folder with checked out bundles")
@EnabledIf(value = "openproton.render.jinja.Jinja2#isInstalled", disabledReason = "python3 with jinja2 3.1 is not here")
class PublicBundlesTest {
    static final String FOLDER = "OPENPROTON_PUBLIC_BUNDLES";

    private final Jinja jinja = new Jinja(System::nanoTime);

    @ParameterizedTest(name = "variant {0} of the data")
    @ValueSource(ints = {0, 1})
    void everyFileIsRenderedAsJinja2RendersIt(int variant) throws IOException {
        List<Path> files = jinjaFiles(Path.of(System.getenv(FOLDER)));
        var templates = new ArrayList<String>();
        for (Path file : files) {
            templates.add(Files.readString(file));
        }
        var answers = Jinja2.renderWithMadeData(templates, variant);

        var different = new ArrayList<String>();
        int refused = 0;
        for (int index = 0; index < files.size(); index++) {
            var answer = answers.get(index);
            refused += answer.containsKey("error") ? 1 : 0;
            if (!isSame(files.get(index), templates.get(index), answer)) {
                different.add(files.get(index).toString());
            }
        }
        System.getLogger(PublicBundlesTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} files, {1} of them refused by Jinja2, {2} different",
                        files.size(),
                        refused,
                        different.size());
        assertThat(different).isEmpty();
        assertThat(files).isNotEmpty();
    }

    /// The same text, or refused by both.
    @SuppressWarnings("unchecked")
    private boolean isSame(Path file, String template, Map<String, Object> answer) {
        try {
            var data = (Map<String, Object>) answer.getOrDefault("data", Map.of());
            return jinja.render(file.toString(), template, data).equals(answer.get("output"));
        } catch (RenderException refusal) {
            return answer.containsKey("error");
        }
    }

    private static List<Path> jinjaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(PublicBundlesTest::isJinja)
                    .sorted()
                    .toList();
        }
    }

    /// Workflows of GitHub have another language between the same braces.
    private static boolean isJinja(Path file) {
        String name = file.toString();
        if (!(name.endsWith(".yaml") || name.endsWith(".yml")) || name.contains("/.github/")) {
            return false;
        }
        try {
            String text = Files.readString(file);
            return text.contains("{{") || text.contains("{%");
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
