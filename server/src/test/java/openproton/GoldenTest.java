package openproton;

import static openproton.TestStories.ACCOUNT;
import static openproton.TestStories.ROLE;
import static openproton.TestStories.environmentSpec;
import static openproton.TestStories.instance;
import static openproton.TestStories.pipelineSpec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import openproton.api.ApiModel;
import openproton.api.OperationShape;
import openproton.base.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One answer of each operation, exactly as it goes over the wire. `bin/golden` rewrites the files.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final String ID = "00000000-0000-4000-8000-000000000abc";

    /// Commits have another name every time.
    private static final String COMMIT = "\\b[0-9a-f]{40}\\b";

    private final TestHouse house = TestHouse.open();
    private final Map<String, String> answers = new TreeMap<>();

    @BeforeAll
    void tellTheStory() {
        templates();
        environments();
        services();
        components();
        places();
        records();
        new GoldenSyncs(house, this::say).tell();
        farewells();
    }

    @AfterAll
    void close() {
        house.close();
    }

    Set<String> operations() {
        return answers.keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void answersAsBefore(String operation) throws IOException {
        Path file = GOLDEN.resolve(operation + ".json");
        String answer = PrettyJson.of(answers.getOrDefault(operation, "{}"));
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, answer);
        }

        assertThat(file).exists().content().isEqualTo(answer);
    }

    @Test
    void theHouseAnswersEveryOperationOfTheModelAndEachHasAGolden() {
        Set<String> all =
                ApiModel.OPERATIONS.stream().map(OperationShape::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(all)
                .allSatisfy(
                        name -> assertThat(house.call(name, "{}").body()).doesNotContain("UnknownOperationException"));

        assertThat(answers.keySet()).isEqualTo(all);
        assertThat(GOLDEN.toFile().list())
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(name -> name + ".json").toList());
    }

    private void templates() {
        house.put("environment", TestBundles.environment());
        house.put("service", TestBundles.serviceWithPipeline());
        say(
                "UploadBundle",
                "bucket",
                "openproton-bundles",
                "key",
                "upload",
                "uploadId",
                ID,
                "position",
                0,
                "content",
                "eA==",
                "complete",
                true);
        say("CreateEnvironmentTemplate", "name", "vpc", "tags", List.of(Map.of("key", "team", "value", "platform")));
        say("CreateServiceTemplate", "name", "web", "displayName", "Web service");
        say("UpdateEnvironmentTemplate", "name", "vpc", "description", "a network");
        say("UpdateServiceTemplate", "name", "web", "description", "a web page");
        var vpc = Map.of("templateName", "vpc", "majorVersion", "1", "minorVersion", "0");
        var web = Map.of("templateName", "web", "majorVersion", "1", "minorVersion", "0");
        say("CreateEnvironmentTemplateVersion", "templateName", "vpc", "source", source("environment"));
        say(
                "CreateServiceTemplateVersion",
                "templateName",
                "web",
                "source",
                source("service"),
                "compatibleEnvironmentTemplates",
                List.of(Map.of("templateName", "vpc", "majorVersion", "1")));
        house.runDueWork();
        say("UpdateEnvironmentTemplateVersion", with(vpc, "status", "PUBLISHED"));
        say("UpdateServiceTemplateVersion", with(web, "status", "PUBLISHED"));
        say("GetEnvironmentTemplate", "name", "vpc");
        say("GetServiceTemplate", "name", "web");
        say("GetEnvironmentTemplateVersion", vpc);
        say("GetServiceTemplateVersion", web);
        say("ListEnvironmentTemplates");
        say("ListServiceTemplates");
        say("ListEnvironmentTemplateVersions", "templateName", "vpc");
        say("ListServiceTemplateVersions", "templateName", "web");
    }

    private void environments() {
        say("UpdateAccountSettings", "pipelineCodebuildRoleArn", ROLE);
        say("GetAccountSettings");
        say("CreateEnvironment", environment("dev"));
        house.runDueWork();
        house.engine().stay("environment/dev");
        say("UpdateEnvironment", "name", "dev", "deploymentType", "CURRENT_VERSION", "spec", environmentSpec("south"));
        house.runDueWork();
        say(
                "NotifyResourceDeploymentStatusChange",
                "resourceArn",
                ACCOUNT + "environment/dev",
                "status",
                "IN_PROGRESS");
        say("CancelEnvironmentDeployment", "environmentName", "dev");
        house.runDueWork();
        house.engine().letFinish("environment/dev");
        say("GetEnvironment", "name", "dev");
        say("ListEnvironments");
        say("ListEnvironmentOutputs", "environmentName", "dev");
        say("ListEnvironmentProvisionedResources", "environmentName", "dev");
        say(
                "TagResource",
                "resourceArn",
                ACCOUNT + "environment/dev",
                "tags",
                List.of(Map.of("key", "a", "value", "b")));
        say("ListTagsForResource", "resourceArn", ACCOUNT + "environment/dev");
        say("UntagResource", "resourceArn", ACCOUNT + "environment/dev", "tagKeys", List.of("a"));
    }

    private void services() {
        String spec = pipelineSpec("main", instance("a", "dev", 80));
        say(
                "CreateService",
                "name",
                "shop",
                "templateName",
                "web",
                "templateMajorVersion",
                "1",
                "repositoryConnectionArn",
                TestStories.CONNECTION,
                "repositoryId",
                "shop/code",
                "branchName",
                "main",
                "spec",
                spec);
        house.runDueWork();
        say(
                "CreateServiceInstance",
                "serviceName",
                "shop",
                "name",
                "b",
                "clientToken",
                "one",
                "spec",
                pipelineSpec("main", instance("b", "dev", 81)));
        house.runDueWork();
        house.engine().stay("service/shop/service-instance/a").stay("service/shop/pipeline");
        say("UpdateServiceInstance", "serviceName", "shop", "name", "a", "deploymentType", "CURRENT_VERSION");
        say("CancelServiceInstanceDeployment", "serviceName", "shop", "serviceInstanceName", "a");
        say("UpdateServicePipeline", "serviceName", "shop", "deploymentType", "CURRENT_VERSION", "spec", spec);
        say("CancelServicePipelineDeployment", "serviceName", "shop");
        house.runDueWork();
        house.engine().letFinish("service/shop/service-instance/a").letFinish("service/shop/pipeline");
        say("UpdateService", "name", "shop", "description", "sells things", "spec", spec);
        house.runDueWork();
        say("GetService", "name", "shop");
        say("ListServices");
        say("GetServiceInstance", "serviceName", "shop", "name", "a");
        say("ListServiceInstances");
        say("ListServiceInstanceOutputs", "serviceName", "shop", "serviceInstanceName", "a");
        say("ListServiceInstanceProvisionedResources", "serviceName", "shop", "serviceInstanceName", "a");
        say("ListServicePipelineOutputs", "serviceName", "shop");
        say("ListServicePipelineProvisionedResources", "serviceName", "shop");
    }

    private void components() {
        say(
                "UpdateEnvironment",
                "name",
                "dev",
                "deploymentType",
                "NONE",
                "componentRoleArn",
                "arn:aws:iam::000000000000:role/components");
        house.runDueWork();
        say(
                "CreateComponent",
                "name",
                "queue",
                "environmentName",
                "dev",
                "clientToken",
                "one",
                "manifest",
                "infrastructure: {templates: [{file: q.yaml, rendering_engine: jinja, template_language:"
                        + " cloudformation}]}",
                "templateFile",
                "Resources: {Queue: {Type: 'AWS::SQS::Queue'}}");
        house.engine().stay("component/queue");
        house.runWorkDueNow();
        say("CancelComponentDeployment", "componentName", "queue");
        house.engine().letFinish("component/queue");
        house.runDueWork();
        say("UpdateComponent", "name", "queue", "deploymentType", "CURRENT_VERSION", "description", "to do");
        house.runDueWork();
        say("GetComponent", "name", "queue");
        say("ListComponents");
        say("ListComponentOutputs", "componentName", "queue");
        say("ListComponentProvisionedResources", "componentName", "queue");
    }

    private void places() {
        var repository = Map.of("provider", "GITHUB", "name", "shop/infrastructure");
        house.repository("shop/infrastructure");
        say("CreateRepository", with(repository, "connectionArn", TestStories.CONNECTION));
        say("GetRepository", repository);
        say("ListRepositories");
        say("DeleteRepository", repository);
        say(
                "CreateEnvironmentAccountConnection",
                "managementAccountId",
                "111111111111",
                "environmentName",
                "far",
                "roleArn",
                ROLE,
                "clientToken",
                "one");
        String id = new WireAnswer(200, answers.getOrDefault("CreateEnvironmentAccountConnection", "{}"))
                .text("environmentAccountConnection.id");
        say("UpdateEnvironmentAccountConnection", "id", id, "codebuildRoleArn", ROLE);
        say("GetEnvironmentAccountConnection", "id", id);
        say("ListEnvironmentAccountConnections", "requestedBy", "ENVIRONMENT_ACCOUNT");
        var other = house.otherAccount("111111111111");
        say(other, "AcceptEnvironmentAccountConnection", Map.of("id", id));
        say(other, "RejectEnvironmentAccountConnection", Map.of("id", id));
        say("DeleteEnvironmentAccountConnection", "id", id);
    }

    private void records() {
        say("GetResourcesSummary");
        say("ListDeployments", "serviceName", "shop", "serviceInstanceName", "a", "maxResults", 1);
        String id = new WireAnswer(200, answers.getOrDefault("GetServiceInstance", "{}"))
                .text("serviceInstance.lastSucceededDeploymentId");
        say("GetDeployment", "id", id);
        say("GetDeploymentDetail", "id", id);
        say("GetDeploymentLog", "id", id);
        say("PlanDeployment", "resourceArn", ACCOUNT + "service/shop/service-instance/a");
        say("RollbackDeployment", "resourceArn", ACCOUNT + "service/shop/service-instance/a", "deploymentId", id);
        house.runDueWork();
        say(
                "RenderTemplate",
                "templateType",
                "ENVIRONMENT",
                "templateName",
                "vpc",
                "majorVersion",
                "1",
                "spec",
                environmentSpec("north"));
        say("DeleteDeployment", "id", id);
    }

    private void farewells() {
        say("DeleteComponent", "name", "queue");
        house.runDueWork();
        say("DeleteService", "name", "shop");
        house.runDueWork();
        house.engine().failRemoval("environment/dev", "a bucket is not empty");
        say("DeleteEnvironment", "name", "dev");
        house.runDueWork();
        say("ForceDelete", "resourceArn", ACCOUNT + "environment/dev");
        var version = Map.of("majorVersion", "1", "minorVersion", "0");
        say("DeleteServiceTemplateVersion", with(version, "templateName", "web"));
        say("DeleteEnvironmentTemplateVersion", with(version, "templateName", "vpc"));
        say("DeleteServiceTemplate", "name", "web");
        say("DeleteEnvironmentTemplate", "name", "vpc");
    }

    private static Map<String, Object> environment(String name) {
        return Map.of(
                "name",
                name,
                "templateName",
                "vpc",
                "templateMajorVersion",
                "1",
                "codebuildRoleArn",
                ROLE,
                "description",
                "for trying",
                "spec",
                environmentSpec("north"));
    }

    private static Map<String, Object> source(String key) {
        return Map.of("s3", Map.of("bucket", "bundles", "key", key));
    }

    private static Map<String, Object> with(Map<String, ?> members, String name, Object value) {
        var more = new LinkedHashMap<String, Object>(members);
        more.put(name, value);
        return more;
    }

    /// @param members names and values in turn
    private void say(String operation, Object... members) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < members.length; i += 2) {
            map.put(String.valueOf(members[i]), members[i + 1]);
        }
        say(operation, map);
    }

    private void say(String operation, Map<String, ?> members) {
        say("default", operation, members);
    }

    private void say(String profile, String operation, Map<String, ?> members) {
        WireAnswer answer = house.callAs(profile, operation, Json.write(members));
        assertThat(answer.status()).as("%s: %s", operation, answer.body()).isEqualTo(200);
        answers.put(operation, answer.body().replaceAll(COMMIT, "commit"));
    }
}
