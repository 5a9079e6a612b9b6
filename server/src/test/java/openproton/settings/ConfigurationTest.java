package openproton.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");

    @TempDir
    private Path folder;

    @Test
    void thePageListsEverySettingWithItsVariableAndDefault() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.contains("| `OPENPROTON_"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Setting.values())
                        .map(ConfigurationTest::row)
                        .toList());
    }

    private static String row(Setting setting) {
        String preset = setting == Setting.BUILDS_AT_ONCE ? "number of processors" : setting.preset();
        return "| `%s` | `%s` | %s | %s |"
                .formatted(
                        setting.key(),
                        setting.variable(),
                        preset.isEmpty() ? "–" : "`" + preset + "`",
                        setting.meaning());
    }

    @Test
    void flagsComeBeforeVariablesAndVariablesBeforeTheFile() throws IOException {
        Files.writeString(folder.resolve("openproton.yaml"), "port: 1\nhost: file\nquotas:\n  services: 7\n");
        var settings = Settings.read(
                Map.of("port", "3"), Map.of("OPENPROTON_PORT", "2", "OPENPROTON_HOST", "variable"), folder);

        Config config = Config.of(settings);

        assertThat(config.port()).isEqualTo(3);
        assertThat(config.host()).isEqualTo("variable");
        assertThat(config.quotas().services()).isEqualTo(7);
        assertThat(config.quotas().environments()).isEqualTo(100);
        assertThat(config.database()).startsWith("jdbc:sqlite:").endsWith("openproton.db");
    }

    @Test
    void aWrongValueIsNamedWithWhatWouldBeRight() {
        var settings = new Settings(Map.of("port", "many"), Map.of(), Map.of());

        assertThatThrownBy(() -> Config.of(settings))
                .hasMessage("the setting port (OPENPROTON_PORT) is 'many'; a whole number from 0 to 65535 is expected");
    }

    @Test
    void aKeyThatIsNoSettingIsRefused() throws IOException {
        Files.writeString(folder.resolve("openproton.yaml"), "prot: 1\n");

        assertThatThrownBy(() -> Settings.read(Map.of(), Map.of(), folder)).hasMessageContaining("'prot'");
    }

    @Test
    void oneFolderServesOneServer() throws Exception {
        DataFolder data = DataFolder.at(folder.resolve("data"));
        try (AutoCloseable first = data.lock()) {
            assertThat(first).isNotNull();
            assertThatThrownBy(data::lock).hasMessageContaining("another OpenProton is using the data folder");
        }
    }
}
