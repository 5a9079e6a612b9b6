package openproton.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.CompatibleEnvironmentTemplateInput;
import openproton.api.CreateEnvironmentTemplateInput;
import openproton.api.CreateServiceTemplateInput;
import openproton.api.OperationShape;
import openproton.api.Provisioning;
import openproton.api.S3ObjectSource;
import openproton.api.ServiceTemplateSupportedComponentSourceType;
import openproton.api.Shape;
import openproton.api.TemplateVersionSourceInput;
import openproton.api.TemplateVersionStatus;
import openproton.api.WireReader;
import openproton.render.bundle.TemplateKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Calls of operations on templates, held against the model of the API, because they name operations by text.
class TemplateCallsTest {
    private static final String VERSION =
            "{\"majorVersion\": \"1\", \"minorVersion\": \"2\", \"status\": \"DRAFT\", \"recommendedMinorVersion\":"
                    + " \"0\"}";
    private static final TemplateVersion EXPECTED = new TemplateVersion(
            "1", "2", TemplateVersionStatus.DRAFT, Optional.empty(), Optional.empty(), Optional.of("0"));

    private final AnsweringServer server;

    TemplateCallsTest() throws IOException {
        server = new AnsweringServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aTemplateIsFoundWithItsRecommendedVersion() throws InterruptedException {
        server.answering("{\"environmentTemplate\": {\"arn\": \"arn:vpc\", \"recommendedVersion\": \"1.0\"}}");

        assertThat(environments().find("vpc")).contains(new TemplateCalls.Found("arn:vpc", Optional.of("1.0")));
        assertSent(ApiModel.GET_ENVIRONMENT_TEMPLATE);
    }

    @Test
    void aTemplateThatDoesNotExistIsRefusedWithItsKind() {
        server.refusing(400, "{\"__type\": \"ResourceNotFoundException\", \"message\": \"no\"}");

        assertThatThrownBy(() -> services().require("web"))
                .hasMessage("there is no service template 'web'; register one with 'openproton template push'");
    }

    @Test
    void theKindOfATemplateIsTheOneThatTheServerHas() {
        server.refusing(400, "{\"__type\": \"ResourceNotFoundException\", \"message\": \"no\"}")
                .answering("{\"serviceTemplate\": {\"arn\": \"arn:web\"}}");

        assertThat(TemplateCalls.ofTemplate("web", server.client()).kind()).isEqualTo(TemplateKind.SERVICE);
    }

    @Test
    void aNameOfTwoTemplatesNeedsAKind() {
        server.answering(
                "{\"environmentTemplate\": {\"arn\": \"arn:a\"}}", "{\"serviceTemplate\": {\"arn\": \"arn:b\"}}");

        assertThatThrownBy(() -> TemplateCalls.ofTemplate("web", server.client()))
                .hasMessageContaining("choose one with --kind");
    }

    @Test
    void customerManagedProvisioningHasANameOfItsOwnInEachKind() throws InterruptedException {
        server.answering("{}", "{}");
        var titles = new TemplateCalls.Titles(Optional.of("Network"), Optional.of("A network"));

        environments().create("vpc", titles, true);
        services().create("web", TemplateCalls.Titles.NONE, true);

        assertThat(sent(ApiModel.CREATE_ENVIRONMENT_TEMPLATE))
                .isEqualTo(CreateEnvironmentTemplateInput.builder()
                        .name("vpc")
                        .displayName("Network")
                        .description("A network")
                        .provisioning(Provisioning.CUSTOMER_MANAGED)
                        .build());
        assertThat(sent(ApiModel.CREATE_SERVICE_TEMPLATE))
                .isEqualTo(CreateServiceTemplateInput.builder()
                        .name("web")
                        .pipelineProvisioning(Provisioning.CUSTOMER_MANAGED)
                        .build());
    }

    @Test
    void aVersionOfAServiceTemplateSaysWhatItGoesTogetherWith() throws InterruptedException {
        server.answering("{\"serviceTemplateVersion\": %s}".formatted(VERSION));
        var compatibility = new TemplateCalls.CompatibleWith(List.of(TemplateReference.compatible("vpc:1")), true);

        var created = services().createVersion("web", version(compatibility));

        assertThat(created).isEqualTo(EXPECTED);
        var input = sent(ApiModel.CREATE_SERVICE_TEMPLATE_VERSION);
        assertThat(input.compatibleEnvironmentTemplates())
                .containsExactly(new CompatibleEnvironmentTemplateInput("vpc", "1"));
        assertThat(input.supportedComponentSources())
                .contains(List.of(ServiceTemplateSupportedComponentSourceType.DIRECTLY_DEFINED));
        assertThat(input.majorVersion()).contains("1");
    }

    @Test
    void aVersionOfAnEnvironmentTemplateGoesTogetherWithNothing() throws InterruptedException {
        server.answering("{\"environmentTemplateVersion\": %s}".formatted(VERSION));

        environments().createVersion("vpc", version(new TemplateCalls.CompatibleWith(List.of(), false)));

        var input = sent(ApiModel.CREATE_ENVIRONMENT_TEMPLATE_VERSION);
        assertThat(input.source())
                .isEqualTo(new TemplateVersionSourceInput.OfS3(new S3ObjectSource(TemplateCalls.BUCKET, "a/b.tar.gz")));
        assertThat(input.clientToken()).contains("token");
    }

    @Test
    void allPagesOfVersionsAreRead() throws InterruptedException {
        server.answering(
                "{\"templateVersions\": [%s], \"nextToken\": \"more\"}".formatted(VERSION),
                "{\"templateVersions\": [%s]}".formatted(VERSION));

        assertThat(services().versions("web")).containsExactly(EXPECTED, EXPECTED);
        assertThat(sent(ApiModel.LIST_SERVICE_TEMPLATE_VERSIONS).nextToken()).isEmpty();
        assertThat(sent(ApiModel.LIST_SERVICE_TEMPLATE_VERSIONS).nextToken()).contains("more");
    }

    @Test
    void aVersionIsReadPublishedAndDeletedByItsNumbers() throws InterruptedException {
        server.answering("{\"environmentTemplateVersion\": %s}".formatted(VERSION), "{}", "{}", "{}");

        assertThat(environments().version("vpc", "1", "2")).contains(EXPECTED);
        environments().publish("vpc", EXPECTED);
        environments().deleteVersion("vpc", EXPECTED);
        environments().delete("vpc");

        assertSent(ApiModel.GET_ENVIRONMENT_TEMPLATE_VERSION);
        assertThat(sent(ApiModel.UPDATE_ENVIRONMENT_TEMPLATE_VERSION).status())
                .contains(TemplateVersionStatus.PUBLISHED);
        assertThat(sent(ApiModel.DELETE_ENVIRONMENT_TEMPLATE_VERSION).minorVersion())
                .isEqualTo("2");
        assertThat(sent(ApiModel.DELETE_ENVIRONMENT_TEMPLATE).name()).isEqualTo("vpc");
    }

    private TemplateCalls environments() {
        return new TemplateCalls(server.client(), TemplateKind.ENVIRONMENT);
    }

    private TemplateCalls services() {
        return new TemplateCalls(server.client(), TemplateKind.SERVICE);
    }

    private static TemplateCalls.NewVersion version(TemplateCalls.CompatibleWith compatibility) {
        return new TemplateCalls.NewVersion("a/b.tar.gz", "a bundle", Optional.of("1"), compatibility, "token");
    }

    private void assertSent(OperationShape<?, ?> operation) throws InterruptedException {
        assertThat(sent(operation)).isNotNull();
    }

    /// The next request, which has to be a valid input of an operation.
    private <I extends Shape> I sent(OperationShape<I, ?> operation) throws InterruptedException {
        var request = server.request();
        assertThat(request.target()).isEqualTo(operation.target());
        return WireReader.readInput(request.body().getBytes(StandardCharsets.UTF_8), operation.input());
    }
}
