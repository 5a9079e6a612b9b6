package openproton.cli.command.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;
import org.junit.jupiter.api.Test;

class ServicePlanTest {
    private static final ServiceSpec STORED = spec("one", instance("blue", 1), instance("green", 2));

    @Test
    void theSameSpecNeedsNothing() {
        assertThat(ServiceChanges.of(STORED, STORED, Set.of()).isEmpty()).isTrue();
    }

    @Test
    void onlyWhatChangedIsDeployedAnew() {
        var plan = ServiceChanges.of(STORED, spec("one", instance("blue", 1), instance("green", 3)), Set.of());

        assertThat(plan).isEqualTo(new ServiceChanges(Optional.empty(), List.of("green"), false));
    }

    @Test
    void anotherPipelineSectionDeploysThePipeline() {
        var plan = ServiceChanges.of(STORED, spec("two", instance("blue", 1), instance("green", 2)), Set.of());

        assertThat(plan).isEqualTo(new ServiceChanges(Optional.empty(), List.of(), true));
    }

    @Test
    void theCallForComingAndGoingInstancesLeavesTheOthersAsStored() {
        var plan = ServiceChanges.of(STORED, spec("two", instance("blue", 9), instance("red", 3)), Set.of());

        assertThat(plan.instanceSet()).contains(spec("one", instance("blue", 1), instance("red", 3)));
        assertThat(plan.instances()).containsExactly("blue");
        assertThat(plan.pipeline()).isTrue();
    }

    @Test
    void aValueThatStaysAsItIsChangesNothing() {
        var keeping = new InstanceSpec("blue", "staging", Map.of("port", "${Proton::CURRENT_VAL}"));

        assertThat(ServiceChanges.of(STORED, spec("one", keeping, instance("green", 2)), Set.of())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatIsStaleIsDeployedAnewWithTheSameInputs() {
        var plan = ServiceChanges.of(STORED, STORED, Set.of("instance green", "pipeline"));

        assertThat(plan).isEqualTo(new ServiceChanges(Optional.empty(), List.of("green"), true));
    }

    private static ServiceSpec spec(String pipeline, InstanceSpec... instances) {
        return new ServiceSpec(List.of(instances), Optional.of(Map.of("title", pipeline)));
    }

    private static InstanceSpec instance(String name, int port) {
        return new InstanceSpec(name, "staging", Map.of("port", (long) port));
    }
}
