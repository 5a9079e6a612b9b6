package openproton.render.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceSpecTest {
    private static final String REFUSAL = "The provided Service Spec file was not correctly formatted. "
            + "Please check that it is valid yaml according to the Spec definition. ";
    private static final String TEXT = """
        ---
        proton: "ServiceSpec"
        pipeline:
          dockerfile: Dockerfile
        instances:
          - name: blue
            environment: net-prod
            spec:
              port: 8080
              label: "80"
          - name: green
            environment: net-prod
        """;

    @Test
    void itReadsInstancesAndPipeline() {
        var spec = ServiceSpec.parse(TEXT);

        assertThat(spec.pipeline()).contains(Map.of("dockerfile", "Dockerfile"));
        assertThat(spec.instances())
                .containsExactly(
                        new InstanceSpec("blue", "net-prod", Map.of("port", 8080L, "label", "80")),
                        new InstanceSpec("green", "net-prod", Map.of()));
    }

    @Test
    void itsYamlReadsBackAsTheSameSpec() {
        var spec = ServiceSpec.parse(TEXT);

        assertThat(ServiceSpec.parse(spec.toYaml())).isEqualTo(spec);
        assertThat(spec.toYaml()).isEqualTo("""
            proton: ServiceSpec
            pipeline:
              dockerfile: Dockerfile
            instances:
            - name: blue
              environment: net-prod
              spec:
                port: 8080
                label: '80'
            - name: green
              environment: net-prod
              spec: {}
            """);
    }

    @Test
    void anEmptyPipelineIsNotAMissingOne() {
        assertThat(ServiceSpec.parse("{proton: ServiceSpec, pipeline: {}, instances: []}")
                        .pipeline())
                .contains(Map.of());
        assertThat(ServiceSpec.parse("proton: ServiceSpec\npipeline:\ninstances: []")
                        .pipeline())
                .contains(Map.of());
        assertThat(ServiceSpec.parse("{proton: ServiceSpec, instances: []}").pipeline())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `proton: "ServiceSpec"` | `proton: EnvironmentSpec` | `line 2: 'proton' is EnvironmentSpec, but must be 'ServiceSpec'`
        `pipeline:`             | `pipelines:`              | `line 3: 'pipelines' is not a part of the spec; it may have [instances, pipeline, proton]`
        `  dockerfile: Dockerfile` | `  - a`                | `line 3: 'pipeline' must be a map`
        `instances:`            | `instances: {}\nproton2:` | `'proton2' is not a part of the spec`
        `name: green`           | `name: blue`              | `line 11: instance 'blue' is there twice`
        `name: green`           | `label: green`            | `line 11: 'name' is missing`
        `name: green`           | `name: -green`            | `line 11: name '-green' must be 1 to 100 letters`
        `name: green`           | `name: ""`                | `line 11: name '' must be 1 to 100 letters`
        `environment: net-prod` | `environ: net-prod`       | `line 6: 'environment' is missing`
        `port: 8080`            | `port: [`                 | `line 11, column 3: not valid YAML`
        `port: 8080`            | `label: 1`                | `line 10, column 7: the key 'label' is there twice`
        """)
    void wrongShapesAreRefusedInTheWordsOfTheApiAndThenWithTheReason(String right, String wrong, String message) {
        assertThatThrownBy(() -> ServiceSpec.parse(TEXT.replace(right, wrong.replace("\\n", "\n"))))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith(REFUSAL)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        text                                      | it must start with 'proton: ServiceSpec'
        {proton: ServiceSpec}                     | 'instances' is missing
        {proton: ServiceSpec, instances: x}       | 'instances' must be a list
        {proton: ServiceSpec, instances: [x]}     | an instance must be a map
        """, quoteCharacter = '`')
    void textOfAnotherKindIsRefused(String text, String message) {
        assertThatThrownBy(() -> ServiceSpec.parse(text))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith(REFUSAL)
                .hasMessageContaining(message);
    }

    @Test
    void currentValuesComeFromTheSamePlaceOfTheStoredSpec() {
        var stored = ServiceSpec.parse(TEXT);
        var update = ServiceSpec.parse("""
            proton: ServiceSpec
            pipeline: {dockerfile: "${Proton::CURRENT_VAL}", other: "${Proton::CURRENT_VAL}"}
            instances:
              - name: new
                environment: net-prod
                spec: {port: "${Proton::CURRENT_VAL}"}
              - name: blue
                environment: net-prod
                spec: {port: "${Proton::CURRENT_VAL}", label: "is ${Proton::CURRENT_VAL}", list: ["${Proton::CURRENT_VAL}", 1]}
            """);

        var merged = update.withCurrentValues(stored);

        assertThat(update.usesCurrentValues()).isTrue();
        assertThat(merged.usesCurrentValues()).isFalse();
        assertThat(merged.pipeline()).contains(Map.of("dockerfile", "Dockerfile"));
        assertThat(merged.instance("new").orElseThrow().inputs()).isEmpty();
        assertThat(merged.instance("blue").orElseThrow().inputs())
                .isEqualTo(Map.of("port", 8080L, "label", "is ${Proton::CURRENT_VAL}", "list", List.of(1L)));
    }

    @Test
    void instancesAreReplacedAddedAndLeftOut() {
        var spec = ServiceSpec.parse(TEXT);
        var blue = new InstanceSpec("blue", "other", Map.of());
        var red = new InstanceSpec("red", "net-prod", Map.of());

        assertThat(spec.withInstance(blue).withInstance(red).instances())
                .containsExactly(blue, spec.instances().get(1), red);
        assertThat(spec.without(Set.of("blue", "unknown")).instances())
                .containsExactly(spec.instances().get(1));
        assertThat(spec.withPipeline(Map.of()).pipeline()).contains(Map.of());
    }

    @Test
    void anEnvironmentSpecHasInputsOnly() {
        var spec = EnvironmentSpec.parse(
                "proton: EnvironmentSpec\nspec:\n  cidr: \"${Proton::CURRENT_VAL}\"\n  size: 3\n");

        assertThat(spec.usesCurrentValues()).isTrue();
        assertThat(spec.withCurrentValues(new EnvironmentSpec(Map.of("cidr", "10.0.0.0/16", "old", "x")))
                        .inputs())
                .containsExactly(Map.entry("cidr", "10.0.0.0/16"), Map.entry("size", 3L));
        assertThat(EnvironmentSpec.parse(spec.toYaml())).isEqualTo(spec);
        assertThatThrownBy(() -> EnvironmentSpec.parse("proton: EnvironmentSpec"))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith("The provided Environment Spec file was not correctly formatted.")
                .hasMessageEndingWith("line 1: 'spec' is missing");
    }
}
