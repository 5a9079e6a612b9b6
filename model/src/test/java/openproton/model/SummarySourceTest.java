package openproton.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.MethodSpec;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.StructureShape;

class SummarySourceTest {
    @Test
    void everyListedResourceOfTheApiIsSummarizedFromItsDetail() {
        var model = Generate.load(Path.of("src/main/smithy"));

        Stream<StructureShape> summarized = model.shapes(StructureShape.class)
                .filter(shape ->
                        new SummarySource(new Types(model), shape).factory().isPresent());

        assertThat(summarized.map(shape -> shape.getId().getName()))
                .containsExactlyInAnyOrder(
                        "ComponentSummary",
                        "DeploymentSummary",
                        "EnvironmentAccountConnectionSummary",
                        "EnvironmentSummary",
                        "EnvironmentTemplateSummary",
                        "EnvironmentTemplateVersionSummary",
                        "RepositorySummary",
                        "ServiceInstanceSummary",
                        "ServiceSummary",
                        "ServiceTemplateSummary",
                        "ServiceTemplateVersionSummary");
    }

    @Test
    void takesEachMemberFromTheDetailInTheOrderOfTheSummary() {
        assertThat(factory("note: String\n@required\nname: Name").orElseThrow()).hasToString("""
            /**
             * What a list shows of `Thing`: members of the same names.
             */
            public static openproton.api.ThingSummary of(openproton.api.Thing detail) {
              return new openproton.api.ThingSummary(detail.note(), detail.name());
            }
            """);
    }

    @Test
    void wrapsWhatOnlyTheDetailRequires() {
        assertThat(factory("name: Name").orElseThrow().code())
                .hasToString("return new openproton.api.ThingSummary(java.util.Optional.of(detail.name()));\n");
    }

    @Test
    void takesAMemberThatTheSummaryNamesAnotherKindOfText() {
        assertThat(factory("@required\nlabel: Name")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"extra: String", "name: Integer", "@required\nnote: String"})
    void leavesOutWhatTheDetailCannotFill(String member) {
        assertThat(factory("spec: String\n" + member)).isEmpty();
    }

    @Test
    void leavesOutStructuresThatAreNoSummary() {
        var model = Generate.load(Path.of("src/main/smithy"));

        assertThat(factory(model, "ServiceTemplateVersion")).isEmpty();
        assertThat(factory(model, "ResourceCountsSummary")).isEmpty();
    }

    /// The factory of the summary of a thing, when it has these members.
    private static Optional<MethodSpec> factory(String members) {
        String idl = """
            $version: "2.0"
            namespace com.amazonaws.proton

            @length(max: 9)
            string Name

            structure Thing {
                @required
                name: Name
                @required
                label: String
                note: String
                spec: String
            }

            structure ThingSummary {
                %s
            }
            """.formatted(members);
        Model model = Model.assembler()
                .addUnparsedModel("thing.smithy", idl)
                .assemble()
                .unwrap();
        return factory(model, "ThingSummary");
    }

    private static Optional<MethodSpec> factory(Model model, String name) {
        var shape = model.expectShape(ShapeId.from("com.amazonaws.proton#" + name), StructureShape.class);
        return new SummarySource(new Types(model), shape).factory();
    }
}
