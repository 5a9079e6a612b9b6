package openproton.render.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import openproton.render.BundleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateSchemaTest {
    private static final String VALID = """
        # kept as it is
        schema:
          types:
            Net:
              type: object
              properties:
                cidr: {type: string, default: 10.0.0.0/16}
          environment_input_type: Net
          format: {openapi: "3.0.0"}
        """;

    @Test
    void theTextIsKeptByteForByte() {
        assertThat(TemplateSchema.read(VALID).text()).isEqualTo(VALID);
    }

    @Test
    void keysComeInAnyOrder() {
        var inputs = TemplateSchema.read(VALID).inputs(InputKind.ENVIRONMENT).orElseThrow();

        assertThat(inputs.name()).isEqualTo("Net");
        assertThat(inputs.effectiveInputs(Map.of())).containsExactly(Map.entry("cidr", "10.0.0.0/16"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `schema:` | `scheme:` | `'schema' must be a map`
        `types:` | `tipes:` | `'types' must be a map`
        `openapi: "3.0.0"` | `swagger: 2` | `'format' must say 'openapi: "3.0.0"'`
        `3.0.0` | `3.1.0` | `openapi 3.1.0 is not supported`
        `input_type: Net` | `input_type: Not` | `environment_input_type names 'Not', but 'types' has [Net]`
        `type: object` | `type: string` | `type 'Net' must have 'type: object'`
        `type: string, ` | `` | `property 'cidr' has type ''`
        `type: string` | `type: text` | `property 'cidr' has type 'text'`
        `type: string` | `$ref: "#/Missing"` | `$ref '#/Missing' names no type`
        `default: 10.0.0.0/16` | `pattern: "("` | `property 'cidr' has a pattern that is not a regular expression`
        `{type: string, default: 10.0.0.0/16}` | `string` | `string must be a map`
        `cidr: {type: string, default: 10.0.0.0/16}` | `{}` | `type 'Net' needs at least one property`
        """)
    void whatIsNotASchemaIsRefusedWithItsLine(String right, String wrong, String message) {
        assertThat(VALID).contains(right);
        assertThatThrownBy(() -> TemplateSchema.read(VALID.replace(right, wrong)))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("schema/schema.yaml line ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just text", "- a", "a: b: c"})
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> TemplateSchema.read(text))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("schema/schema.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flag: {type: boolean, default: public}",
                "count: {type: number, minLength: 1, maxLength: 5}",
                "text: {type: string, minimum: many, pattern: 7, enum: no}",
                "vpcCidrBlock: {type: string}",
                "ECSAMI: {type: string, $schema: 'http://nowhere.invalid/', $id: x, id: y}",
                "text: {type: string, example: a, title: b, required: true}"
            })
    void mistakesOfPublicSchemasRegisterAndCheckNothing(String property) {
        var inputs = Schemas.inputs("[]", property);

        assertThat(inputs.violations(
                        inputs.effectiveInputs(Map.of("text", "x", "count", 123_456_789)).entrySet().stream()
                                .filter(input -> !input.getKey().equals("flag"))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))))
                .isEmpty();
    }

    @Test
    void aDefaultOfAnotherTypeIsUsedAndWarnedAbout() {
        var schema = Schemas.withProperties("[]", "flag: {type: boolean, default: public}");
        var inputs = schema.inputs(InputKind.SERVICE).orElseThrow();

        assertThat(schema.warnings()).containsExactly("The default public of input 'flag' is not of type boolean");
        assertThat(inputs.effectiveInputs(Map.of())).containsEntry("flag", "public");
        assertThat(inputs.violations(Map.of())).isEmpty();
    }

    @Test
    void namesThatTemplatesCannotWriteAreWarnedAbout() {
        assertThat(Schemas.withProperties("[]", "'my input': {type: string}").warnings())
                .singleElement()
                .asString()
                .contains("my input");
    }

    @Test
    void aTypeThatContainsItselfIsRefused() {
        assertThatThrownBy(() -> Schemas.withProperties("[]", "loop: {$ref: '#/Loop'}"))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("refer to themselves");
    }
}
