package openproton;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.CompatibleEnvironmentTemplateInput;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.EnvironmentTemplateVersion;
import software.amazon.awssdk.services.proton.model.Service;
import software.amazon.awssdk.services.proton.model.ServiceInstance;
import software.amazon.awssdk.services.proton.model.ServiceTemplateVersion;
import software.amazon.awssdk.services.proton.model.TemplateVersionSourceInput;
import software.amazon.awssdk.services.proton.model.TemplateVersionStatus;

/// What a platform team and its developers do again and again, told through the AWS SDK.
///
/// @param house where they do it
/// @param sdk how they do it
@SuppressWarnings("deprecation")
public record TestStories(TestHouse house, ProtonClient sdk) implements AutoCloseable {
    /// The account of a new house.
    public static final String ACCOUNT = "arn:aws:proton:eu-west-1:000000000000:";

    /// A role of the account.
    public static final String ROLE = "arn:aws:iam::000000000000:role/builds";

    /// A connection to where code lies.
    public static final String CONNECTION = "arn:aws:codestar-connections:eu-west-1:000000000000:connection/main";

    /// Stories in a new house.
    public static TestStories open() {
        var house = TestHouse.open();
        return new TestStories(house, house.sdk());
    }

    /// Stories in a house.
    public static TestStories in(TestHouse house) {
        return new TestStories(house, house.sdk());
    }

    /// A spec of an environment.
    public static String environmentSpec(String zone) {
        return "proton: EnvironmentSpec\nspec: {zone: \"%s\"}\n".formatted(zone);
    }

    /// An entry for an instance with a port of its own.
    public static String instance(String name, String environment, int port) {
        return "  - {name: %s, environment: %s, spec: {port: %d}}\n".formatted(name, environment, port);
    }

    /// A spec of a service without a pipeline.
    public static String serviceSpec(String... instances) {
        return "proton: ServiceSpec\ninstances:\n" + String.join("", instances);
    }

    /// A spec of a service with a pipeline.
    public static String pipelineSpec(String branch, String... instances) {
        return "proton: ServiceSpec\npipeline: {branch: \"%s\"}\ninstances:\n".formatted(branch)
                + Stream.of(instances).collect(Collectors.joining());
    }

    /// The bundle at a key, where its bytes are put first.
    public TemplateVersionSourceInput source(String key, byte[] bundle) {
        house.put(key, bundle);
        return TemplateVersionSourceInput.fromS3(s3 -> s3.bucket("bundles").key(key));
    }

    /// A new environment template with one published version.
    public TestStories environmentTemplate(String name) {
        sdk.createEnvironmentTemplate(create -> create.name(name));
        publish(registerEnvironment(name, null, TestBundles.environment()));
        return this;
    }

    /// Registers a version of an environment template.
    ///
    /// @param major null for a new one
    public EnvironmentTemplateVersion registerEnvironment(String template, @Nullable String major, byte[] bundle) {
        var version = sdk.createEnvironmentTemplateVersion(create ->
                        create.templateName(template).majorVersion(major).source(source(template + ".tar.gz", bundle)))
                .environmentTemplateVersion();
        house.runDueWork();
        return version;
    }

    /// Publishes a version of an environment template.
    public void publish(EnvironmentTemplateVersion version) {
        sdk.updateEnvironmentTemplateVersion(update -> update.templateName(version.templateName())
                .majorVersion(version.majorVersion())
                .minorVersion(version.minorVersion())
                .status(TemplateVersionStatus.PUBLISHED));
    }

    /// A new service template with one published version that fits major version 1 of an environment template.
    public TestStories serviceTemplate(String name, String environmentTemplate) {
        sdk.createServiceTemplate(create -> create.name(name).pipelineProvisioning("CUSTOMER_MANAGED"));
        publish(registerService(name, environmentTemplate, null, TestBundles.service()));
        return this;
    }

    /// The same with a pipeline, and with the account settings that pipelines need.
    public TestStories pipelineTemplate(String name, String environmentTemplate) {
        sdk.updateAccountSettings(update -> update.pipelineCodebuildRoleArn(ROLE));
        sdk.createServiceTemplate(create -> create.name(name));
        publish(registerService(name, environmentTemplate, null, TestBundles.serviceWithPipeline()));
        return this;
    }

    /// Registers a version of a service template.
    ///
    /// @param major null for a new one
    public ServiceTemplateVersion registerService(
            String template, String environment, @Nullable String major, byte[] bundle) {
        var compatible = CompatibleEnvironmentTemplateInput.builder()
                .templateName(environment)
                .majorVersion("1")
                .build();
        var version = sdk.createServiceTemplateVersion(create -> create.templateName(template)
                        .majorVersion(major)
                        .compatibleEnvironmentTemplates(compatible)
                        .source(source(template + ".tar.gz", bundle)))
                .serviceTemplateVersion();
        house.runDueWork();
        return version;
    }

    /// Publishes a version of a service template.
    public void publish(ServiceTemplateVersion version) {
        sdk.updateServiceTemplateVersion(update -> update.templateName(version.templateName())
                .majorVersion(version.majorVersion())
                .minorVersion(version.minorVersion())
                .status(TemplateVersionStatus.PUBLISHED));
    }

    /// A new environment, deployed.
    public TestStories environment(String name, String template) {
        startEnvironment(name, template);
        house.runDueWork();
        return this;
    }

    /// A new environment, whose deployment nobody has run yet.
    public void startEnvironment(String name, String template) {
        sdk.createEnvironment(create -> create.name(name)
                .templateName(template)
                .templateMajorVersion("1")
                .codebuildRoleArn(ROLE)
                .spec(environmentSpec("north")));
    }

    /// A new service without a pipeline, deployed.
    public TestStories service(String name, String template, String spec) {
        startService(name, template, spec);
        house.runDueWork();
        return this;
    }

    /// A new service without a pipeline, whose deployments nobody has run yet.
    public void startService(String name, String template, String spec) {
        sdk.createService(create -> create.name(name)
                .templateName(template)
                .templateMajorVersion("1")
                .spec(spec));
    }

    /// A new service with a pipeline, deployed.
    public TestStories pipelineService(String name, String template, String spec) {
        startPipelineService(name, template, spec);
        house.runDueWork();
        return this;
    }

    /// A new service with a pipeline, whose deployments nobody has run yet.
    public void startPipelineService(String name, String template, String spec) {
        sdk.createService(create -> create.name(name)
                .templateName(template)
                .templateMajorVersion("1")
                .repositoryConnectionArn(CONNECTION)
                .repositoryId("shop/code")
                .branchName("main")
                .spec(spec));
    }

    /// The environment template `vpc`, the service templates `web` and `piped`, and the environments `dev` and `prod`.
    public TestStories usual() {
        return environmentTemplate("vpc")
                .serviceTemplate("web", "vpc")
                .pipelineTemplate("piped", "vpc")
                .environment("dev", "vpc")
                .environment("prod", "vpc");
    }

    /// A service as it is now.
    public Service service(String name) {
        return sdk.getService(get -> get.name(name)).service();
    }

    /// An instance as it is now.
    public ServiceInstance instance(String service, String name) {
        return sdk.getServiceInstance(get -> get.serviceName(service).name(name))
                .serviceInstance();
    }

    /// The deployment status of an environment.
    public DeploymentStatus environmentStatus(String name) {
        return sdk.getEnvironment(get -> get.name(name)).environment().deploymentStatus();
    }

    /// The names of instances of a service, in the order of the list.
    public List<String> instances(String service) {
        return sdk.listServiceInstances(list -> list.serviceName(service)).serviceInstances().stream()
                .map(instance -> instance.name())
                .toList();
    }

    @Override
    public void close() {
        sdk.close();
        house.close();
    }
}
