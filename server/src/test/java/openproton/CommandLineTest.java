package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line as people type it, without a server.
class CommandLineTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "web-environment, environment",
        "web-service, service",
        "terraform-environment, environment",
        "terraform-service, service"
    })
    void everySampleIsValidAndRenders(String name, String kind) {
        Path sample = Stage.HOME.resolve("templates").resolve(name);
        var validate = stage().plays("template", "validate", sample, "--spec", sample.resolve("spec.yaml"), more(name));
        var render = stage().plays("template", "render", sample, "--spec", sample.resolve("spec.yaml"), more(name));

        assertThat(validate.problems()).isEmpty();
        assertThat(validate.results()).contains("is a valid %s bundle and the spec fits".formatted(kind));
        assertThat(render.status()).isZero();
        assertThat(render.results()).contains("proton-inputs.json", "provision", "deprovision", "sh ./");
    }

    @ParameterizedTest
    @CsvSource({
        "vpc-fargate-environment, environment",
        "fargate-service, service",
        "lambda-environment, environment",
        "lambda-queue-service, service"
    })
    void everySampleStackIsValidAndRenders(String name, String kind) {
        Path sample = Stage.HOME.resolve("templates").resolve(name);
        var validate = stage().plays("template", "validate", sample, "--spec", sample.resolve("spec.yaml"), more(name));
        var render = stage().plays("template", "render", sample, "--spec", sample.resolve("spec.yaml"), more(name));

        assertThat(validate.problems()).isEmpty();
        assertThat(validate.results()).contains("is a valid %s bundle and the spec fits".formatted(kind));
        assertThat(render.status()).isZero();
        assertThat(render.results()).contains("cloudformation.yaml", "AWSTemplateFormatVersion", "Outputs:");
    }

    private static String[] more(String name) {
        Path outputs = Stage.HOME.resolve("templates").resolve(name).resolve("outputs.yaml");
        return switch (name) {
            case "web-service" -> new String[] {"--outputs", outputs.toString()};
            case "terraform-service", "fargate-service", "lambda-queue-service" ->
                new String[] {"--outputs", outputs.toString(), "--no-pipeline"};
            default -> new String[0];
        };
    }

    @Test
    void renderingWritesTheFilesOfEveryDeployment() {
        Path sample = Stage.HOME.resolve("templates/web-service");

        var render = stage().plays(
                        "template",
                        "render",
                        sample,
                        "--spec",
                        sample.resolve("spec.yaml"),
                        more("web-service"),
                        "--out",
                        "out");

        assertThat(render.status()).isZero();
        assertThat(folder.resolve("out/blue/page.sh")).isExecutable();
        assertThat(folder.resolve("out/green/proton-inputs.json")).content().contains("\"Hello from green\"");
        assertThat(folder.resolve("out/pipeline/.openproton/provision.buildspec.json"))
                .content()
                .contains("blue staging http://127.0.0.1:8081/");
    }

    @Test
    void renderingWithoutTheOutputsItNeedsTellsHowToGiveThem() {
        Path sample = Stage.HOME.resolve("templates/web-service");

        var render = stage().plays("template", "render", sample, "--spec", sample.resolve("spec.yaml"));

        assertThat(render.status()).isEqualTo(1);
        assertThat(render.problems()).contains("instance blue", "environment.outputs.SiteDirectory", "--outputs FILE");
    }

    @Test
    void aWrongInputIsShownWithItsLine() throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), """
            proton: ServiceSpec
            pipeline: {}
            instances:
              - name: blue
                environment: staging
                spec:
                  colour: pink
                  prot: 8081
            """);

        var validate = stage().plays(
                        "template", "validate", Stage.HOME.resolve("templates/web-service"), "--spec", "spec.yaml");

        assertThat(validate.status()).isEqualTo(1);
        assertThat(validate.problems())
                .contains("spec.yaml, line 7: instance 'blue': input 'colour'")
                .contains("warning:", "line 8", "did you mean 'port'?");
    }

    @Test
    void aFolderWithoutABundleIsRefused() {
        var validate = stage().plays("template", "validate", folder);

        assertThat(validate.status()).isEqualTo(1);
        assertThat(validate.problems()).contains("is not a template bundle: it has no schema/schema.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quickstart",
                "serve",
                "status",
                "logs",
                "delete",
                "notify",
                "template validate",
                "template render",
                "template push",
                "template test",
                "plan",
                "rollback",
                "deploy environment",
                "deploy service",
                "admin keys create",
                "admin keys list",
                "admin accounts create",
                "admin accounts list"
            })
    void everyCommandExplainsItself(String command) {
        var help = stage().plays((Object[]) (command + " --help").split(" "));

        assertThat(help.status()).isZero();
        assertThat(help.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "template",
                "deploy",
                "frobnicate",
                "deploy service",
                "status service",
                "logs thing x",
                "template test",
                "template render --spec x",
                "template render x --template y --spec x",
                "plan",
                "plan thing x",
                "rollback",
                "plan environment x --pipeline",
                "plan service x --minor --major",
                "plan component x --minor",
                "plan service x --file f",
                "plan environment x --bundle d --version 1.1"
            })
    void wrongUsageEndsWithTwo(String command) {
        var usage = stage(Map.of("AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "secret"))
                .plays((Object[]) (command.isEmpty() ? new String[0] : command.split(" ")));

        assertThat(usage.status()).isEqualTo(2);
        assertThat(usage.problems()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void withoutAnyKeyItSaysWhereKeysCouldBeAndEndsWithThree() {
        var status = stage().plays("status");

        assertThat(status.status()).isEqualTo(3);
        assertThat(status.problems()).contains("no access key found");
    }

    private Stage stage() {
        return stage(Map.of());
    }

    private Stage stage(Map<String, String> variables) {
        return new Stage(folder, variables);
    }
}
