package openproton.render.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        'type: integer'                        | 'type: string'                          | changed its type from integer to string
        'type: array, items: {type: string}'   | 'type: array, items: {type: number}'    | an item changed its type
        'type: string, enum: [a, b]'           | 'type: string, enum: [a]'               | no longer has 'b' in its enum
        'type: string'                         | 'type: string, enum: [a]'               | has an enum now
        'type: integer, minimum: 1'            | 'type: integer, minimum: 2'             | narrower minimum: 2, was 1
        'type: integer'                        | 'type: integer, maximum: 2'             | narrower maximum: 2, was none
        'type: string, maxLength: 5'           | 'type: string, maxLength: 4'            | narrower maxLength
        'type: integer, minimum: 1'            | 'type: integer, minimum: 1, exclusiveMinimum: true' | has exclusiveMinimum now
        'type: string'                         | 'type: string, pattern: a'              | has another pattern
        'type: string, pattern: a'             | 'type: string, pattern: b'              | has another pattern
        'type: string, nullable: true'         | 'type: string'                          | no longer nullable
        'type: object, properties: {a: {type: string}}' | 'type: object, properties: {a: {type: number}}' | member 'a' that changed its type
        """)
    void aTighterPropertyIsAProblem(String older, String newer, String message) {
        assertThat(schema("x: {%s}".formatted(newer)).compatibilityProblem(schema("x: {%s}".formatted(older))))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("property 'x' (service_input_type) ")
                        .contains(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        'type: string, enum: [a]'              | 'type: string, enum: [b, a]'
        'type: string, enum: [a]'              | 'type: string'
        'type: integer, minimum: 2'            | 'type: integer, minimum: 1'
        'type: integer, minimum: 2'            | 'type: integer'
        'type: string, pattern: a'             | 'type: string'
        'type: string, default: a, title: A'   | 'type: string, default: b, title: B'
        'type: number'                         | 'type: number, minLength: lots'
        """)
    void aLooserPropertyIsNoProblem(String older, String newer) {
        assertThat(schema("x: {%s}".formatted(newer)).compatibilityProblem(schema("x: {%s}".formatted(older))))
                .isEmpty();
    }

    @Test
    void newPropertiesMustNotBeRequiredUnlessTheyHaveADefault() {
        var older = schema("x: {type: string}");

        assertThat(schema("x: {type: string}", "y: {type: string}").compatibilityProblem(older))
                .isEmpty();
        assertThat(Schemas.withProperties("[y]", "x: {type: string}", "y: {type: string, default: a}")
                        .compatibilityProblem(older))
                .isEmpty();
        assertThat(Schemas.withProperties("[y]", "x: {type: string}", "y: {type: string}")
                        .compatibilityProblem(older))
                .contains("property 'y' (service_input_type) is required now and has no default");
        assertThat(Schemas.withProperties("[x]", "x: {type: string}").compatibilityProblem(older))
                .isPresent();
    }

    @Test
    void aRequiredPropertyMustKeepItsDefault() {
        var older = Schemas.withProperties("[x]", "x: {type: string, default: a}");

        assertThat(Schemas.withProperties("[x]", "x: {type: string}").compatibilityProblem(older))
                .isPresent();
    }

    @Test
    void aPropertyMustStay() {
        assertThat(schema("y: {type: string}").compatibilityProblem(schema("x: {type: string}")))
                .contains("property 'x' (service_input_type) was removed");
    }

    @Test
    void theNameOfTheTypeMayChangeButNotWhichTypesThereAre() {
        var one = schema("x: {type: string}");
        var renamed = TemplateSchema.read(one.text().replace("Inputs", "Other"));
        var withPipeline =
                TemplateSchema.read(one.text().replace("  types:", "  pipeline_input_type: Inputs\n  types:"));

        assertThat(renamed.compatibilityProblem(one)).isEmpty();
        assertThat(withPipeline.compatibilityProblem(one)).contains("pipeline_input_type was added");
        assertThat(one.compatibilityProblem(withPipeline)).contains("pipeline_input_type was removed");
    }

    private static TemplateSchema schema(String... properties) {
        return Schemas.withProperties("[]", properties);
    }
}
