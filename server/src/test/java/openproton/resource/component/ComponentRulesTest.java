package openproton.resource.component;

import static openproton.resource.component.ComponentStories.MANIFEST;
import static openproton.resource.component.ComponentStories.attached;
import static openproton.resource.component.ComponentStories.detached;
import static openproton.resource.component.ComponentStories.queue;
import static openproton.resource.component.ComponentStories.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Consumer;
import openproton.TestStories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.proton.model.ConflictException;
import software.amazon.awssdk.services.proton.model.CreateComponentRequest;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.UpdateComponentRequest;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// What may not be done to components, and what components keep others from (docs/behaviour/components.md).
@SuppressWarnings("deprecation")
class ComponentRulesTest {
    private final TestStories stories = ComponentStories.open();

    @AfterEach
    void close() {
        stories.close();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            nullValues = "-",
            value = {"shop,-,-", "-,a,-", "shop,a,prod", "-,-,-"})
    void namesThatDoNotGoTogetherAreRefused(String service, String instance, String environment) {
        invalid(create ->
                create.serviceName(service).serviceInstanceName(instance).environmentName(environment));
        assertThat(stories.sdk().listComponents(list -> {}).components()).isEmpty();
    }

    @Test
    void aManifestOfCommandsOrWithoutFileIsRefused() {
        invalid(create -> create.environmentName("dev")
                        .manifest(MANIFEST.replace("jinja", "codebuild").replace("template_language", "x")))
                .withMessageContaining("manifest");
        invalid(create -> create.environmentName("dev").manifest("infrastructure: {}"))
                .withMessageContaining("templates");
    }

    @Test
    void aSpecNeedsTheInstanceItIsFor() {
        invalid(create -> create.environmentName("dev").serviceSpec("proton: ServiceSpec\ninstances: []\n"))
                .withMessageContaining("detached");
        invalid(create -> create.serviceName("shop")
                        .serviceInstanceName("a")
                        .serviceSpec(TestStories.serviceSpec(TestStories.instance("other", "dev", 1))))
                .withMessageContaining("'a'");
    }

    @Test
    void anEnvironmentWithoutComponentRoleTakesNone() {
        stories.environment("bare", "vpc");
        invalid(create -> create.environmentName("bare")).withMessageContaining("componentRoleArn");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> detached(stories, "queue", "nowhere"))
                .withMessageContaining("nowhere");
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> attached(stories, "queue", "shop", "z"))
                .withMessageContaining("instance 'z' of service 'shop'");
    }

    @Test
    void aTemplateThatDoesNotListComponentsRefusesThem() {
        stories.serviceTemplate("plain", "vpc")
                .service("other", "plain", TestStories.serviceSpec(TestStories.instance("x", "dev", 80)));
        invalid(create -> create.serviceName("other").serviceInstanceName("x"))
                .withMessageContaining("DIRECTLY_DEFINED");
    }

    @Test
    void anInstanceHasOneComponentAtMost() {
        attached(stories, "first", "shop", "a");
        stories.house().runDueWork();
        conflict(() -> attached(stories, "second", "shop", "a")).withMessageContaining("'first'");
    }

    @Test
    void aBusyInstanceIsLeftAlone() {
        attached(stories, "queue", "shop", "a");
        stories.house().runDueWork();
        stories.house().engine().stay("service/shop/service-instance/a").stay("service/shop/service-instance/b");
        deploy("a");
        deploy("b");
        conflict(() -> update(stories, "queue", "shop", "a")).withMessageContaining("IN_PROGRESS");
        conflict(() -> attached(stories, "other", "shop", "b")).withMessageContaining("IN_PROGRESS");
    }

    @Test
    void aBusyComponentHoldsItsInstance() {
        stories.house().engine().stay("component/queue");
        attached(stories, "queue", "shop", "a");
        stories.house().runWorkDueNow();
        conflict(() -> deploy("a")).withMessageContaining("component 'queue'");
        conflict(() -> update(stories, "queue", "shop", "a")).withMessageContaining("IN_PROGRESS");
        deploy("b");
    }

    @Test
    void anAttachedComponentStaysWhereItIs() {
        attached(stories, "queue", "shop", "a");
        stories.house().runDueWork();
        conflict(() -> update(stories, "queue", "shop", "b")).withMessageContaining("detach it");
        conflict(() -> stories.sdk().deleteComponent(delete -> delete.name("queue")))
                .withMessageContaining("attached");
        conflict(() -> stories.sdk().deleteService(delete -> delete.name("shop")))
                .withMessageContaining("'queue'");
        conflict(() -> stories.sdk()
                        .updateService(change -> change.name("shop")
                                .spec(TestStories.serviceSpec(TestStories.instance("b", "prod", 81)))))
                .withMessageContaining("'queue'");
    }

    @Test
    void aDetachedComponentCannotMoveToAnotherEnvironment() {
        detached(stories, "queue", "dev");
        stories.house().runDueWork();
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> update(stories, "queue", "shop", "b"))
                .withMessageContaining("'prod'");
    }

    @Test
    void anEnvironmentWithComponentsIsNotDeleted() {
        stories.environment("third", "vpc");
        stories.sdk()
                .updateEnvironment(change -> change.name("third")
                        .deploymentType("NONE")
                        .componentRoleArn("arn:aws:iam::000000000000:role/components"));
        detached(stories, "queue", "third");
        stories.house().runDueWork();
        conflict(() -> stories.sdk().deleteEnvironment(delete -> delete.name("third")))
                .withMessageContaining("component 'queue'");
    }

    @Test
    void nothingButTheDescriptionChangesWithoutDeployment() {
        detached(stories, "queue", "dev");
        stories.house().runDueWork();
        for (Consumer<UpdateComponentRequest.Builder> change : List.<Consumer<UpdateComponentRequest.Builder>>of(
                update -> update.templateFile(queue("x")),
                update -> update.serviceName("").serviceInstanceName(""),
                update -> update.serviceName("shop").serviceInstanceName("a"))) {
            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() -> stories.sdk()
                            .updateComponent(
                                    update -> change.accept(update.name("queue").deploymentType("NONE"))))
                    .withMessageContaining("NONE");
        }
    }

    @Test
    void nobodyElseTellsHowAStackGoes() {
        stories.house().engine().stay("component/queue");
        detached(stories, "queue", "dev");
        stories.house().runWorkDueNow();

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> stories.sdk()
                        .notifyResourceDeploymentStatusChange(
                                notice -> notice.resourceArn(TestStories.ACCOUNT + "component/queue")
                                        .status("SUCCEEDED")))
                .withMessageContaining("sees for itself");
    }

    private void deploy(String instance) {
        stories.sdk()
                .updateServiceInstance(
                        change -> change.serviceName("shop").name(instance).deploymentType("CURRENT_VERSION"));
        stories.house().runWorkDueNow();
    }

    private ThrowableAssertAlternative<ValidationException> invalid(Consumer<CreateComponentRequest.Builder> members) {
        return assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> stories.sdk().createComponent(create -> {
                    create.name("queue").manifest(MANIFEST).templateFile(queue("x"));
                    members.accept(create);
                }));
    }

    private static ThrowableAssertAlternative<ConflictException> conflict(ThrowingCallable request) {
        return assertThatExceptionOfType(ConflictException.class).isThrownBy(request);
    }
}
