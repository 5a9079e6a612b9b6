package openproton.resource;

import static openproton.TestStories.instance;
import static openproton.TestStories.pipelineSpec;
import static openproton.TestStories.serviceSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import openproton.TestBundles;
import openproton.TestHouse;
import openproton.TestStories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.waiters.WaiterResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.ServiceStatus;
import software.amazon.awssdk.services.proton.waiters.ProtonWaiter;

/// Every waiter of the SDK that this server has the operations for. The house works a second between two looks.
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaiterTest {
    private static final String A = instance("a", "dev", 1);

    private final TestStories stories = TestStories.open();
    private final TestHouse house = stories.house();
    private final ProtonClient sdk = stories.sdk();
    private final ProtonClient looking = house.sdk("readonly", new WorkBetweenLooks());
    private final ProtonWaiter waiter = ProtonWaiter.builder()
            .client(looking)
            .overrideConfiguration(
                    override -> override.maxAttempts(30).backoffStrategyV2(BackoffStrategy.retryImmediately()))
            .build();

    /// Lets the house work after each look, as it would while a client waits for the next one.
    private final class WorkBetweenLooks implements ExecutionInterceptor {
        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            house.passTime(Duration.ofSeconds(1));
        }

        @Override
        public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
            house.passTime(Duration.ofSeconds(1));
        }
    }

    @BeforeAll
    void publish() {
        stories.usual();
    }

    @AfterAll
    void close() {
        waiter.close();
        looking.close();
        stories.close();
    }

    @Test
    void seeTemplateVersionsRegistered() {
        sdk.createEnvironmentTemplateVersion(
                create -> create.templateName("vpc").source(stories.source("next", TestBundles.environment())));
        var environment = waiter.waitUntilEnvironmentTemplateVersionRegistered(
                get -> get.templateName("vpc").majorVersion("2").minorVersion("0"));
        var service = waiter.waitUntilServiceTemplateVersionRegistered(
                get -> get.templateName("web").majorVersion("1").minorVersion("0"));
        sdk.createEnvironmentTemplateVersion(
                create -> create.templateName("vpc").source(stories.source("bad", TestBundles.broken())));

        assertThat(environment.matched().response()).isPresent();
        assertThat(service.matched().response()).isPresent();
        gavesUp(() -> waiter.waitUntilEnvironmentTemplateVersionRegistered(
                get -> get.templateName("vpc").majorVersion("3").minorVersion("0")));
    }

    @Test
    void seeEnvironmentsDeployed() {
        stories.startEnvironment("watched", "vpc");
        assertThat(attempts(waiter.waitUntilEnvironmentDeployed(get -> get.name("watched"))))
                .isGreaterThan(1);
        house.engine().fail("environment/hopeless", "no");
        stories.startEnvironment("hopeless", "vpc");
        gavesUp(() -> waiter.waitUntilEnvironmentDeployed(get -> get.name("hopeless")));
    }

    @Test
    void seeServicesFromCreationToDeletion() {
        stories.startPipelineService("shop", "piped", pipelineSpec("main", A));
        assertThat(attempts(waiter.waitUntilServiceCreated(get -> get.name("shop"))))
                .isGreaterThan(1);
        sdk.updateServicePipeline(update ->
                update.serviceName("shop").deploymentType("CURRENT_VERSION").spec(pipelineSpec("next", A)));
        assertThat(attempts(waiter.waitUntilServicePipelineDeployed(get -> get.name("shop"))))
                .isGreaterThan(1);
        sdk.updateServiceInstance(update -> update.serviceName("shop").name("a").deploymentType("CURRENT_VERSION"));
        assertThat(attempts(waiter.waitUntilServiceInstanceDeployed(
                        get -> get.serviceName("shop").name("a"))))
                .isGreaterThan(1);
        sdk.updateService(update -> update.name("shop").spec(pipelineSpec("next", A, instance("b", "prod", 1))));
        assertThat(attempts(waiter.waitUntilServiceUpdated(get -> get.name("shop"))))
                .isGreaterThan(1);
        assertThat(stories.service("shop").status()).isEqualTo(ServiceStatus.ACTIVE);
        sdk.deleteService(delete -> delete.name("shop"));
        assertThat(waiter.waitUntilServiceDeleted(get -> get.name("shop"))
                        .matched()
                        .exception())
                .isPresent();
    }

    @Test
    void seeServicesFail() {
        house.engine()
                .fail("service/poor/service-instance/a", "no")
                .failRemoval("service/poor/service-instance/a", "no");
        stories.startService("poor", "web", serviceSpec(A));
        gavesUp(() -> waiter.waitUntilServiceCreated(get -> get.name("poor")));
        gavesUp(() -> waiter.waitUntilServiceInstanceDeployed(
                get -> get.serviceName("poor").name("a")));
        house.engine().fail("service/poor/service-instance/b", "no");
        sdk.updateService(update -> update.name("poor").spec(serviceSpec(A, instance("b", "dev", 1))));
        gavesUp(() -> waiter.waitUntilServiceUpdated(get -> get.name("poor")));
        sdk.deleteService(delete -> delete.name("poor"));
        gavesUp(() -> waiter.waitUntilServiceDeleted(get -> get.name("poor")));
    }

    private static int attempts(WaiterResponse<?> response) {
        return response.attemptsExecuted();
    }

    private static void gavesUp(ThrowingCallable wait) {
        assertThatThrownBy(wait)
                .isInstanceOf(SdkClientException.class)
                .hasMessageContaining("transitioned the waiter to failure state");
    }
}
