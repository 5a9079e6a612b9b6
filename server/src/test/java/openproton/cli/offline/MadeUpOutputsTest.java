package openproton.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import openproton.base.FileTree;
import openproton.render.bundle.BundleLimits;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MadeUpOutputsTest {
    private static final String SCHEMA = """
        schema:
          format: {openapi: "3.0.0"}
          service_input_type: In
          types: {In: {type: object, properties: {size: {type: integer}}}}
        """;
    private static final String MANIFEST = """
        infrastructure:
          templates:
            - {file: stack.yaml, rendering_engine: jinja, template_language: cloudformation}
        """;

    @Test
    void everyOutputThatATemplateReadsHasAValue() {
        var outputs = of("{{ environment.outputs.VpcId }} {{ environment.outputs['SubnetIds'] }}"
                + " {{ environment.outputs.get('Other', '') }} {{ environment.inputs.size }}");

        assertThat(outputs.names()).containsExactly("Other", "SubnetIds", "VpcId");
        assertThat(outputs.environment("any").outputs())
                .containsEntry("VpcId", "vpc-00000000")
                .containsEntry("SubnetIds", "subnet-00000000,subnet-11111111")
                .containsEntry("Other", "made-up");
    }

    @ParameterizedTest
    @CsvSource({
        "TaskRoleArn, arn:aws:iam::000000000000:role/made-up",
        "PolicyArn, arn:aws:iam::000000000000:policy/made-up",
        "SecurityGroup, sg-00000000",
        "VpcCidr, vpc-00000000",
        "Cidr, 10.0.0.0/16",
        "Port, 8080",
        "ApiEndpoint, https://made-up.example"
    })
    void theValueFitsTheName(String name, String value) {
        assertThat(of("{{ environment.outputs.%s }}".formatted(name))
                        .environment("any")
                        .outputs())
                .containsEntry(name, value);
    }

    @Test
    void aTemplateThatReadsNoOutputNeedsNone() {
        assertThat(of("Resources: {}").names()).isEmpty();
    }

    private static MadeUpOutputs of(String stack) {
        FileTree files = FileTree.EMPTY
                .with("schema/schema.yaml", SCHEMA)
                .with("instance_infrastructure/manifest.yaml", MANIFEST)
                .with("instance_infrastructure/stack.yaml", stack);
        return MadeUpOutputs.of(TemplateBundle.check(files, TemplateKind.SERVICE, true, BundleLimits.STANDARD));
    }
}
