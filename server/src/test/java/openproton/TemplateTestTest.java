package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// `openproton template test`: bundles with all their specs, without a server.
class TemplateTestTest {
    private static final String SCHEMA = """
        schema:
          format: {openapi: "3.0.0"}
          service_input_type: In
          types:
            In:
              type: object
              properties:
                size: {type: integer, minimum: 1, default: 1}
        """;
    private static final String STACK = """
        infrastructure:
          templates:
            - {file: stack.yaml, rendering_engine: jinja, template_language: cloudformation}
        """;
    private static final String TERRAFORM =
            STACK.replace("stack.yaml", "\"*\"").replace("jinja", "hcl").replace("cloudformation", "terraform");
    private static final String QUEUE = "Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n";
    private static final String SERVICE_SPEC = """
        # whose instances
        ---
        proton: "ServiceSpec"
        instances:
          - {name: blue, environment: e, spec: {size: 2}}
          - {name: green, environment: e}
        """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everySampleOfOursIsAllRight() {
        var test = plays(Stage.HOME.resolve("templates"));

        assertThat(test.results()).contains("fargate-service", "instance web", "pipeline", " 0 failed");
        assertThat(test.problems()).isEmpty();
        assertThat(test.status()).isZero();
    }

    @Test
    void everySpecIsFoundWhateverItIsCalled() throws IOException {
        service("svc", QUEUE);
        write("svc/spec/dev.yaml", SERVICE_SPEC);
        write("svc/spec.yml", SERVICE_SPEC);
        write("svc/docs/notes.yaml", "other: things");

        var test = plays("svc");

        assertThat(test.results())
                .containsPattern("svc +spec.yml +instance blue +ok")
                .containsPattern("svc +spec/dev.yaml +instance green +ok")
                .contains("1 bundles, 4 checks, 0 failed")
                .doesNotContain("notes.yaml");
    }

    @Test
    void specsBesideABundleCountWhenItHasNone() throws IOException {
        service("svc/v1", QUEUE);
        write("svc/spec/spec.yaml", SERVICE_SPEC);
        write("svc/spec/env.yaml", "proton: EnvironmentSpec\nspec: {}\n");

        assertThat(plays("svc").results())
                .containsPattern("svc/v1 +../spec/spec.yaml +instance blue +ok")
                .doesNotContain("env.yaml");
    }

    @Test
    void outputsThatNobodyGaveAreMadeUpAndMarked() throws IOException {
        service("svc", QUEUE + "    Properties:\n      QueueName: '{{ environment.outputs.Prefix }}'\n");
        write("svc/spec.yaml", SERVICE_SPEC);

        var made = plays("svc");
        write("given.yaml", "{Prefix: one}");
        var given = plays("svc", "--outputs", "given.yaml");
        write("svc/outputs.yaml", "environment: {Other: one}");
        var wrong = plays("svc");

        assertThat(made.results()).containsPattern("instance blue +ok +made up");
        assertThat(made.problems()).contains("outputs were made up for Prefix");
        assertThat(given.results()).containsPattern("instance blue +ok +given.yaml");
        assertThat(wrong.results())
                .containsPattern("instance blue +FAILED +outputs.yaml")
                .contains("Prefix");
        assertThat(wrong.status()).isEqualTo(1);
    }

    @Test
    void everyProblemOfARenderedStackIsShownWithItsLine() throws IOException {
        service("svc", QUEUE + """
                Properties:
                  QueueName: !Ref Nowhere
                  Delay: !GetAtt Nothing.Arn
            """);
        write("svc/spec.yaml", SERVICE_SPEC);

        var test = plays("svc");

        assertThat(test.status()).isEqualTo(1);
        assertThat(test.results())
                .contains("svc, spec.yaml: instance blue")
                .contains("instance_infrastructure/stack.yaml as rendered, line 5, ")
                .contains("line 6, ", "Nowhere", "Nothing", "2 failed");
    }

    @Test
    void aFailedDeploymentDoesNotHideTheOthers() throws IOException {
        service("svc", QUEUE + "    Properties: {Size: {{ 4 // (service_instance.inputs.size - 1) }}}\n");
        write("svc/spec.yaml", SERVICE_SPEC);

        assertThat(plays("svc").results())
                .containsPattern("instance blue +ok")
                .containsPattern("instance green +FAILED")
                .contains("1 bundles, 2 checks, 1 failed");
    }

    @Test
    void whatARegistrationWouldRefuseIsRefused() throws IOException {
        service("syntax", "Resources: {{ oops");
        write("syntax/spec.yaml", SERVICE_SPEC);
        service("spec", QUEUE);
        write("spec/spec.yaml", SERVICE_SPEC.replace("size: 2", "size: 0, sise: 1"));
        write("spec/broken.yaml", "proton: ServiceSpec\ninstances: 3\n");

        var test = plays(".");

        assertThat(test.status()).isEqualTo(1);
        assertThat(test.problems()).contains("warning: ", "did you mean 'size'?");
        assertThat(test.results())
                .contains("instance_infrastructure/stack.yaml, line 1")
                .contains("spec.yaml, line 5: instance 'blue': input 'size' is 0")
                .containsPattern("spec +broken.yaml +FAILED")
                .contains("2 bundles, 3 checks, 3 failed");
    }

    @Test
    void aVariableThatIsDeclaredForABundleIsWarnedOf() throws IOException {
        write("net/schema/schema.yaml", SCHEMA.replace("service_input_type", "environment_input_type"));
        write("net/infrastructure/manifest.yaml", TERRAFORM);
        write("net/infrastructure/main.tf", "variable \"proton_tags\" {}\n");

        var test = plays("net");

        assertThat(test.status()).isZero();
        assertThat(test.problems()).contains("infrastructure/main.tf, line 1: declares the variable 'proton_tags'");
        assertThat(new Stage(folder, Map.of())
                        .plays("template", "validate", "net")
                        .problems())
                .contains("warning: net: infrastructure/main.tf, line 1");
    }

    @Test
    void aBundleWithoutASpecIsCheckedAndSaysSo() throws IOException {
        service("svc", QUEUE);

        var test = plays("svc");

        assertThat(test.status()).isZero();
        assertThat(test.problems()).contains("there is no spec");
    }

    @Test
    void kindAndPipelineAreAsTheFoldersTellUnlessSaid() throws IOException {
        service("svc", QUEUE);
        write("svc/pipeline_infrastructure/manifest.yaml", STACK);
        write("svc/pipeline_infrastructure/stack.yaml", QUEUE);

        assertThat(plays("svc").results()).contains("Missing property [pipelineInputType]");
        assertThat(plays("svc", "--no-pipeline").results()).contains("pipeline_infrastructure/ does not belong");
        assertThat(plays("svc", "--kind", "environment").results()).contains("Environment template");
    }

    @Test
    void resultsAreWrittenForBuildServers() throws Exception {
        service("a<b>&\"c\"", QUEUE.replace("Queue:", "'Qu<eue\\u0007':").replace("'", "\""));
        write("a<b>&\"c\"/spec.yaml", SERVICE_SPEC);
        service("good", QUEUE);
        write("good/spec.yaml", SERVICE_SPEC);

        var test = plays(".", "--junit", "out/report.xml");

        Document report = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("out/report.xml").toFile());
        assertThat(test.status()).isEqualTo(1);
        assertThat(report.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
        assertThat(report.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(report.getElementsByTagName("failure").getLength()).isEqualTo(2);
        var suite = (Element) report.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("a<b>&\"c\"");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        var first = (Element) report.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("name")).isEqualTo("spec.yaml: instance blue");
        assertThat(first.getAttribute("time")).matches("\\d+\\.\\d{3}");
        assertThat(first.getTextContent()).contains("Qu<eue\uFFFD", "is not a logical id");
    }

    @Test
    void aFolderWithoutBundlesIsRefused() {
        assertThat(plays(folder).problems()).contains("no template bundle in");
        assertThat(plays("nowhere").status()).isEqualTo(2);
    }

    private void service(String name, String stack) throws IOException {
        write(name + "/schema/schema.yaml", SCHEMA);
        write(name + "/instance_infrastructure/manifest.yaml", STACK);
        write(name + "/instance_infrastructure/stack.yaml", stack);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private Stage.Played plays(Object... parts) {
        return new Stage(folder, Map.of())
                .plays(
                        "template",
                        "test",
                        Stream.of(parts).map(Object::toString).toArray(String[]::new));
    }
}
