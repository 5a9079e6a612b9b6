package openproton.resource.component;

import openproton.TestStories;
import software.amazon.awssdk.services.proton.model.Component;
import software.amazon.awssdk.services.proton.model.ComponentDeploymentUpdateType;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.ServiceTemplateSupportedComponentSourceType;

/// What developers do with components, in a house with the usual things: the environments `dev` and `prod` take
/// components, and so does the service `shop` with the instances `a` in `dev` and `b` in `prod`.
@SuppressWarnings("deprecation")
final class ComponentStories {
    static final String MANIFEST = """
        infrastructure:
          templates:
            - file: "queue.yaml"
              rendering_engine: jinja
              template_language: cloudformation
        """;

    private ComponentStories() {}

    static TestStories open() {
        TestStories stories = TestStories.open().usual();
        supportComponents(stories);
        return stories.service(
                "shop",
                "web",
                TestStories.serviceSpec(TestStories.instance("a", "dev", 80), TestStories.instance("b", "prod", 81)));
    }

    static void supportComponents(TestStories stories) {
        stories.sdk()
                .updateServiceTemplateVersion(update -> update.templateName("web")
                        .majorVersion("1")
                        .minorVersion("0")
                        .supportedComponentSources(ServiceTemplateSupportedComponentSourceType.DIRECTLY_DEFINED));
        for (String environment : new String[] {"dev", "prod"}) {
            stories.sdk()
                    .updateEnvironment(update -> update.name(environment)
                            .deploymentType("NONE")
                            .componentRoleArn("arn:aws:iam::000000000000:role/components"));
        }
    }

    /// The template of a queue whose name tells what it may read.
    static String queue(String name) {
        return "Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: %s\n"
                .formatted(name);
    }

    static Component detached(TestStories stories, String name, String environment) {
        return stories.sdk()
                .createComponent(create -> create.name(name)
                        .environmentName(environment)
                        .manifest(MANIFEST)
                        .templateFile(queue("{{ component.name }}-{{ environment.name }}")))
                .component();
    }

    static Component attached(TestStories stories, String name, String service, String instance) {
        return stories.sdk()
                .createComponent(create -> create.name(name)
                        .serviceName(service)
                        .serviceInstanceName(instance)
                        .manifest(MANIFEST)
                        .templateFile(queue("{{ service.name }}-{{ service_instance.inputs.port }}")))
                .component();
    }

    static void update(TestStories stories, String name, String service, String instance) {
        stories.sdk()
                .updateComponent(update -> update.name(name)
                        .deploymentType(ComponentDeploymentUpdateType.CURRENT_VERSION)
                        .serviceName(service)
                        .serviceInstanceName(instance));
    }

    static void detach(TestStories stories, String name) {
        update(stories, name, "", "");
    }

    static Component component(TestStories stories, String name) {
        return stories.sdk().getComponent(get -> get.name(name)).component();
    }

    static DeploymentStatus status(TestStories stories, String name) {
        return component(stories, name).deploymentStatus();
    }
}
