package openproton.resource.component;

import static openproton.resource.component.ComponentStories.attached;
import static openproton.resource.component.ComponentStories.component;
import static openproton.resource.component.ComponentStories.detach;
import static openproton.resource.component.ComponentStories.detached;
import static openproton.resource.component.ComponentStories.queue;
import static openproton.resource.component.ComponentStories.status;
import static openproton.resource.component.ComponentStories.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import openproton.TestStories;
import openproton.provision.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.ListComponentsRequest;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.Tag;

@SuppressWarnings("deprecation")
class ComponentLifeTest {
    private final TestStories stories = ComponentStories.open();

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void aDetachedComponentIsDeployedToItsEnvironment() {
        var created = detached(stories, "queue", "dev");
        assertThat(created.deploymentStatus()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(created.serviceName()).isNull();

        stories.house().runDueWork();

        assertThat(status(stories, "queue")).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(template()).contains("QueueName: queue-dev");
        assertThat(lastOrder().means().role()).contains("arn:aws:iam::000000000000:role/components");
        assertThat(stories.sdk()
                        .listComponentOutputs(list -> list.componentName("queue"))
                        .outputs())
                .isNotEmpty();
        assertThat(stories.sdk()
                        .listComponentProvisionedResources(list -> list.componentName("queue"))
                        .provisionedResources())
                .isNotEmpty();
    }

    @Test
    void anAttachedComponentReadsTheInputsOfItsInstance() {
        var created = attached(stories, "queue", "shop", "a");
        assertThat(created.environmentName()).isEqualTo("dev");
        stories.house().runDueWork();
        assertThat(template()).contains("QueueName: shop-80");

        stories.sdk()
                .updateComponent(change -> change.name("queue")
                        .deploymentType("CURRENT_VERSION")
                        .serviceSpec(TestStories.serviceSpec(TestStories.instance("a", "dev", 99))));
        stories.house().runDueWork();

        assertThat(template()).contains("QueueName: shop-99");
        assertThat(component(stories, "queue").serviceSpec()).contains("99");
    }

    @Test
    void itsOutputsReachTheInstanceWithTheNextDeployment() {
        stories.house().engine().finish("component/queue", Map.of("QueueUrl", "https://queue"));
        attached(stories, "queue", "shop", "a");
        stories.house().runDueWork();
        stories.sdk()
                .updateServiceInstance(
                        change -> change.serviceName("shop").name("a").deploymentType("CURRENT_VERSION"));
        stories.house().runDueWork();

        assertThat(lastOrder().files().text("proton-inputs.json"))
                .hasValueSatisfying(inputs -> assertThat(inputs)
                        .contains("\"components\"")
                        .contains("https://queue")
                        .contains("\"name\":\"queue\""));
        var deployment = stories.sdk()
                .getDeployment(get -> get.id(stories.instance("shop", "a").lastSucceededDeploymentId()))
                .deployment();
        assertThat(deployment.targetState().serviceInstance().lastSuccessfulComponentDeploymentIds())
                .containsExactly(component(stories, "queue").lastSucceededDeploymentId());
    }

    @Test
    void itIsDetachedAndAttachedElsewhereAndTaggedAccordingly() {
        attached(stories, "queue", "shop", "a");
        stories.house().runDueWork();
        assertThat(tags("queue")).contains("aws:proton:service", "aws:proton:service-instance");

        stories.sdk()
                .updateComponent(change -> change.name("queue")
                        .deploymentType("CURRENT_VERSION")
                        .serviceName("")
                        .serviceInstanceName("")
                        .templateFile(queue("{{ component.name }}")));
        stories.house().runDueWork();

        assertThat(component(stories, "queue").serviceInstanceName()).isNull();
        assertThat(tags("queue"))
                .contains("aws:proton:environment", "aws:proton:component")
                .doesNotContain("aws:proton:service", "aws:proton:service-instance", "aws:proton:template");

        update(stories, "queue", "shop", "a");
        assertThat(component(stories, "queue").serviceInstanceName()).isEqualTo("a");
    }

    @Test
    void aFailedUpdateKeepsWhatWasDeployedAndSaysWhy() {
        detached(stories, "queue", "dev");
        stories.house().runDueWork();
        String succeeded = component(stories, "queue").lastSucceededDeploymentId();
        stories.sdk()
                .updateComponent(change -> change.name("queue")
                        .deploymentType("CURRENT_VERSION")
                        .templateFile(queue("{{ service.name }}")));
        stories.house().runDueWork();

        var after = component(stories, "queue");
        assertThat(after.deploymentStatus()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(after.deploymentStatusMessage()).contains("service.name").contains("queue.yaml");
        assertThat(after.lastSucceededDeploymentId()).isEqualTo(succeeded);
        var attempt = stories.sdk()
                .getDeployment(get -> get.id(after.lastAttemptedDeploymentId()))
                .deployment();
        assertThat(attempt.initialState().component().templateFile()).contains("component.name");
        assertThat(attempt.targetState().component().templateFile()).contains("service.name");
    }

    @Test
    void evenAFirstDeploymentCanBeCancelled() {
        stories.house().engine().stay("component/queue");
        detached(stories, "queue", "dev");
        stories.house().runWorkDueNow();

        var answer = stories.sdk().cancelComponentDeployment(cancel -> cancel.componentName("queue"));
        assertThat(answer.component().deploymentStatus()).isEqualTo(DeploymentStatus.CANCELLING);
        stories.house().runDueWork();

        assertThat(status(stories, "queue")).isEqualTo(DeploymentStatus.CANCELLED);
    }

    @Test
    void aDetachedComponentIsRemovedWithItsInfrastructure() {
        attached(stories, "queue", "shop", "a");
        stories.house().runDueWork();
        stories.sdk()
                .updateComponent(change -> change.name("queue")
                        .deploymentType("CURRENT_VERSION")
                        .serviceName("")
                        .serviceInstanceName("")
                        .templateFile(queue("q")));
        stories.house().runDueWork();

        var answer = stories.sdk().deleteComponent(delete -> delete.name("queue"));
        assertThat(answer.component().deploymentStatus()).isEqualTo(DeploymentStatus.DELETE_IN_PROGRESS);
        assertThat(stories.sdk()
                        .deleteComponent(delete -> delete.name("queue"))
                        .component()
                        .deploymentStatus())
                .isEqualTo(DeploymentStatus.DELETE_IN_PROGRESS);
        stories.house().runDueWork();

        assertThat(stories.house().engine().removed("component/queue")).isEqualTo(1);
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> component(stories, "queue"));
        assertThat(detached(stories, "queue", "prod").environmentName()).isEqualTo("prod");
    }

    @Test
    void listsNarrowByEnvironmentServiceAndInstance() {
        detached(stories, "alone", "dev");
        attached(stories, "with-a", "shop", "a");
        attached(stories, "with-b", "shop", "b");

        assertThat(names(_ -> {})).containsExactly("alone", "with-a", "with-b");
        assertThat(names(list -> list.environmentName("dev"))).containsExactly("alone", "with-a");
        assertThat(names(list -> list.serviceName("shop"))).containsExactly("with-a", "with-b");
        assertThat(names(list -> list.serviceName("shop").serviceInstanceName("b")))
                .containsExactly("with-b");
        assertThat(names(list -> list.environmentName("nowhere"))).isEmpty();
        assertThat(stories.sdk()
                        .getResourcesSummary(get -> {})
                        .counts()
                        .components()
                        .total())
                .isEqualTo(3);
    }

    @Test
    void aDescriptionChangesWithoutDeployment() {
        detached(stories, "queue", "dev");
        stories.house().runDueWork();
        int orders = stories.house().engine().orders().size();

        stories.sdk()
                .updateComponent(
                        change -> change.name("queue").deploymentType("NONE").description("holds what is to be done"));
        stories.house().runDueWork();

        assertThat(component(stories, "queue").description()).isEqualTo("holds what is to be done");
        assertThat(stories.house().engine().orders()).hasSize(orders);
        detach(stories, "queue");
        assertThat(status(stories, "queue")).isEqualTo(DeploymentStatus.IN_PROGRESS);
    }

    private List<String> names(Consumer<ListComponentsRequest.Builder> filter) {
        return stories.sdk().listComponents(filter).components().stream()
                .map(component -> component.name())
                .toList();
    }

    private List<String> tags(String name) {
        return stories
                .sdk()
                .listTagsForResource(list -> list.resourceArn(TestStories.ACCOUNT + "component/" + name))
                .tags()
                .stream()
                .map(Tag::key)
                .toList();
    }

    private Order lastOrder() {
        return stories.house().engine().orders().getLast();
    }

    private String template() {
        return lastOrder().files().text("queue.yaml").orElse("");
    }
}
