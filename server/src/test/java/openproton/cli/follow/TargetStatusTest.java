package openproton.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetStatusTest {
    private static final PartStatus GOOD = part("instance blue", "SUCCEEDED", "d1", "left out the tags");
    private static final PartStatus BROKEN = part("instance green", "FAILED", "d2", "the port is taken");

    @ParameterizedTest
    @CsvSource({
        "IN_PROGRESS, true, false",
        "DELETE_IN_PROGRESS, true, false",
        "CANCELLING, true, false",
        "CANCELLED, false, true",
        "FAILED, false, true",
        "UPDATE_FAILED_CLEANUP_IN_PROGRESS, true, true",
        "SUCCEEDED, false, false",
        "ACTIVE, false, false"
    })
    void theStatusOfTheApiSaysWhetherItIsBusyOrFailed(String status, boolean busy, boolean failed) {
        var only = TargetStatus.of(new PartStatus("environment dev", status, Optional.empty(), Optional.empty()));

        assertThat(only.isBusy()).isEqualTo(busy);
        assertThat(only.isFailed()).isEqualTo(failed);
    }

    @Test
    void onePartThatFailedFailsTheService() {
        assertThat(service("ACTIVE", Optional.empty()).isFailed()).isTrue();
    }

    @Test
    void theMessageOfAPartIsSaidOnceEvenIfTheServiceRepeatsIt() {
        assertThat(service("UPDATE_FAILED", Optional.of("the port is taken")).messages(_ -> true))
                .containsExactly("instance blue: left out the tags");
        assertThat(service("UPDATE_FAILED", Optional.empty()).messages(PartStatus::isFailed))
                .containsExactly("instance green: the port is taken");
    }

    @Test
    void theDeploymentsAreThoseOfAllParts() {
        assertThat(service("ACTIVE", Optional.empty()).deployments()).containsExactlyInAnyOrder("d1", "d2");
    }

    @Test
    void onlyAnInstanceHasAnInstanceName() {
        assertThat(GOOD.instanceName()).contains("blue");
        assertThat(part(PartStatus.PIPELINE, "SUCCEEDED", "d3", "").instanceName())
                .isEmpty();
    }

    @Test
    void messagesAndProgressNameATargetInTheirOwnWay() {
        var service = TargetKind.SERVICE.named("shop");
        var instance = new ServiceTarget("shop", Optional.of("instance blue"));

        assertThat(service.title()).isEqualTo("service 'shop'");
        assertThat(service.label()).isEqualTo("service shop");
        assertThat(service.logsCommand()).isEqualTo("openproton logs service shop --follow");
        assertThat(instance.title()).isEqualTo("instance blue of service 'shop'");
        assertThat(TargetKind.COMPONENT.named("queue").missing()).hasMessage("there is no component 'queue'");
    }

    private static TargetStatus service(String status, Optional<String> message) {
        return new TargetStatus(status, message, List.of(GOOD, BROKEN));
    }

    private static PartStatus part(String label, String status, String deployment, String message) {
        return new PartStatus(label, status, Optional.of(deployment), Optional.of(message));
    }
}
