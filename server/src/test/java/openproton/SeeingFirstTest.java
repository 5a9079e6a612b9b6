package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.settings.Setting;
import openproton.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A change as `docs/seeing-first.md` tells it: looked at, planned, deployed, rolled back; on a real server.
class SeeingFirstTest {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String SCHEMA = """
        schema:
          format: {openapi: "3.0.0"}
          environment_input_type: Place
          types:
            Place:
              type: object
              properties:
                greeting: {type: string, default: hello}
        """;
    private static final String MANIFEST = """
        infrastructure:
          templates:
            - rendering_engine: codebuild
              settings:
                image: standard:7.0
                provision: ["echo {{ environment.inputs.greeting }} from provision"]
                deprovision: ["echo deprovision"]
        """;

    @TempDir
    private Path folder = Path.of("");

    private final Path data = TestHouse.newFolder();
    private final RunningServer server = RunningServer.start(
            Settings.read(Map.of(Setting.DATA.key(), data.toString(), Setting.PORT.key(), "0"), Map.of(), Path.of("")));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aChangeIsTriedPlannedDeployedAndRolledBack() throws IOException {
        write("place/schema/schema.yaml", SCHEMA);
        write("place/infrastructure/manifest.yaml", MANIFEST);
        write("place/spec.yaml", "proton: EnvironmentSpec\nspec: {greeting: hello}\n");
        write("other.yaml", "proton: EnvironmentSpec\nspec: {greeting: goodbye}\n");
        good("template", "test", "place");
        good("template", "push", "place", "--name", "place");
        good("deploy", "environment", "home", "--template", "place", "--spec", "place/spec.yaml");
        String first = deployment();

        assertThat(good("plan", "environment", "home", "--spec", "other.yaml")).contains("+spec: {greeting: goodbye}");
        write("place/infrastructure/manifest.yaml", MANIFEST.replace("from provision", "from the folder"));
        assertThat(good("plan", "environment", "home", "--bundle", "place")).contains("hello from the folder");
        good("deploy", "environment", "home", "--template", "place", "--spec", "other.yaml");
        String rollback = good("rollback", first, "--yes");

        assertThat(rollback).contains("| hello from provision");
        assertThat(deployment()).isNotEqualTo(first);
        good("delete", "environment", "home", "--yes");
    }

    private String deployment() {
        Matcher id = ID.matcher(good("status", "environment", "home"));
        assertThat(id.find()).isTrue();
        return id.group();
    }

    /// What a command that went well wrote as its result.
    private String good(Object... parts) {
        var stage = new Stage(
                folder,
                Map.of(
                        "OPENPROTON_ENDPOINT", server.address().toString(),
                        "AWS_SHARED_CREDENTIALS_FILE",
                                data.resolve("credentials").toString()));
        var played = stage.plays(parts);
        assertThat(played.status()).as(played.problems()).isZero();
        return played.results();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).resolveSibling(""));
        Files.writeString(folder.resolve(path), text);
    }
}
