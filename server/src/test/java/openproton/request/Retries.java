package openproton.request;

import static openproton.TestStories.ROLE;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openproton.TestBundles;
import openproton.TestStories;
import openproton.base.Json;

/// For each operation whose repetition means something: a request that succeeds once, and what belongs to it.
///
/// @param stories the house they are made for; it must hold the usual things
@SuppressWarnings("deprecation")
record Retries(TestStories stories) {
    private static final String OTHER = "111111111111";
    private static final String SPEC = TestStories.environmentSpec("north");
    private static final String SERVICE_SPEC = TestStories.serviceSpec(TestStories.instance("a", "dev", 1));
    private static final Map<String, Object> SOURCE =
            Map.of("s3", Map.of("bucket", "bundles", "key", "retried.tar.gz"));

    /// One operation.
    ///
    /// @param operation its name
    /// @param first the request
    /// @param other the same about the same thing, with another parameter
    /// @param changing an operation that changes what the request made
    /// @param change its request
    record Retry(
            String operation,
            Map<String, Object> first,
            Map<String, Object> other,
            String changing,
            Map<String, Object> change) {

        String json() {
            return Json.write(first);
        }

        String otherJson() {
            return Json.write(other);
        }

        String changeJson() {
            return Json.write(change);
        }

        @Override
        public String toString() {
            return operation;
        }
    }

    /// Makes what the requests need to be there.
    void prepare() {
        stories.house().put("retried.tar.gz", TestBundles.environment());
        stories.house().put("retried-service.tar.gz", TestBundles.service());
        stories.service("tokens", "web", SERVICE_SPEC).service("doomed", "web", SERVICE_SPEC);
        stories.environment("doomed", "vpc");
        stories.sdk()
                .updateEnvironment(update -> update.name("prod")
                        .deploymentType("NONE")
                        .componentRoleArn("arn:aws:iam::000000000000:role/components"));
        for (String name : List.of("changed", "doomed")) {
            call("CreateComponent", component(name));
        }
        stories.house().runDueWork();
        for (String kind : List.of("Environment", "Service")) {
            call("Create" + kind + "Template", Map.of("name", "doomed"));
            call("Create" + kind + "Template", Map.of("name", "thin", "displayName", "thin"));
        }
        stories.registerEnvironment("thin", null, TestBundles.environment());
        stories.registerService("thin", "vpc", null, TestBundles.service());
        List.of("shop/code", "shop/doomed").forEach(stories.house()::repository);
        call(
                "CreateRepository",
                Map.of("provider", "GITHUB", "name", "shop/doomed", "connectionArn", TestStories.CONNECTION));
        prepareConnections();
        prepareSyncs();
    }

    /// A repository whose ops file has an entry for a service that is not there yet, and something that follows it.
    private void prepareSyncs() {
        stories.house().repository("shop/ops").commit(Map.of("ops.yaml", """
            sync: {services: {fromgit: {a: {branch: main, spec: spec.yaml}}}}
            """, "spec.yaml", SERVICE_SPEC));
        call(
                "CreateRepository",
                Map.of("provider", "GITHUB", "name", "shop/ops", "connectionArn", TestStories.CONNECTION));
        call("CreateServiceSyncConfig", serviceSync("tokens"));
        call("CreateTemplateSyncConfig", templateSync("web", "SERVICE"));
    }

    private static Map<String, Object> serviceSync(String service) {
        return Map.of(
                "serviceName",
                service,
                "repositoryProvider",
                "GITHUB",
                "repositoryName",
                "shop/ops",
                "branch",
                "main",
                "filePath",
                "ops.yaml");
    }

    private static Map<String, Object> templateSync(String template, String type) {
        return Map.of(
                "templateName",
                template,
                "templateType",
                type,
                "repositoryProvider",
                "GITHUB",
                "repositoryName",
                "shop/ops",
                "branch",
                "main");
    }

    /// Connections of the account with another one, either way round.
    private void prepareConnections() {
        String other = stories.house().otherAccount(OTHER);
        for (String environment : List.of("accepted", "rejected")) {
            stories.house()
                    .callAs(
                            other,
                            "CreateEnvironmentAccountConnection",
                            Json.write(Map.of(
                                    "managementAccountId",
                                    "000000000000",
                                    "environmentName",
                                    environment,
                                    "roleArn",
                                    "arn:aws:iam::" + OTHER + ":role/builds")));
        }
        for (String environment : List.of("updated", "doomed")) {
            call(
                    "CreateEnvironmentAccountConnection",
                    Map.of("managementAccountId", OTHER, "environmentName", environment, "roleArn", ROLE));
        }
    }

    private Map<String, Object> connection(String environment, String side) {
        String id = stories.sdk()
                .listEnvironmentAccountConnections(
                        list -> list.requestedBy(side).environmentName(environment))
                .environmentAccountConnections()
                .getFirst()
                .id();
        return Map.of("id", id);
    }

    List<Retry> creates() {
        return List.of(
                create("CreateEnvironmentTemplate", "UpdateEnvironmentTemplate", Map.of()),
                create("CreateServiceTemplate", "UpdateServiceTemplate", Map.of()),
                create(
                        "CreateEnvironment",
                        "UpdateEnvironment",
                        Map.of(
                                "templateName",
                                "vpc",
                                "templateMajorVersion",
                                "1",
                                "codebuildRoleArn",
                                ROLE,
                                "spec",
                                SPEC)),
                create(
                        "CreateService",
                        "UpdateService",
                        Map.of("templateName", "web", "templateMajorVersion", "1", "spec", SERVICE_SPEC)),
                fromRepository());
    }

    private static Retry fromRepository() {
        var first = with(
                with(with(serviceSync("x"), "name", "fromgit"), "templateName", "web"), "templateMajorVersion", "1");
        first.remove("serviceName");
        return new Retry(
                "CreateServiceFromRepository",
                first,
                with(first, "description", "other"),
                "UpdateService",
                Map.of("name", "fromgit", "description", "changed"));
    }

    List<Retry> createsOnce() {
        var repository = Map.<String, Object>of(
                "provider", "GITHUB", "name", "shop/code", "connectionArn", TestStories.CONNECTION);
        return List.of(
                new Retry(
                        "CreateRepository",
                        repository,
                        with(repository, "connectionArn", TestStories.CONNECTION + "2"),
                        "",
                        Map.of()),
                once("CreateServiceSyncConfig", serviceSync("doomed")),
                once("CreateTemplateSyncConfig", templateSync("vpc", "ENVIRONMENT")));
    }

    private static Retry once(String operation, Map<String, Object> members) {
        return new Retry(operation, members, with(members, "branch", "other"), "", Map.of());
    }

    private static Retry create(String operation, String update, Map<String, Object> members) {
        var first = with(members, "name", "created");
        var change = with(Map.of("name", "created"), "description", "changed");
        return new Retry(
                operation,
                first,
                with(first, "tags", List.of(Map.of("key", "k", "value", "v"))),
                update,
                operation.equals("CreateEnvironment") ? with(change, "deploymentType", "NONE") : change);
    }

    List<Retry> byToken() {
        var service = Map.<String, Object>of(
                "templateName", "web",
                "source", Map.of("s3", Map.of("bucket", "bundles", "key", "retried-service.tar.gz")),
                "compatibleEnvironmentTemplates", List.of(Map.of("templateName", "vpc", "majorVersion", "1")));
        return List.of(
                token(
                        "CreateEnvironmentTemplateVersion",
                        Map.of("templateName", "vpc", "source", SOURCE),
                        "description"),
                token("CreateServiceTemplateVersion", service, "description"),
                token(
                        "CreateServiceInstance",
                        Map.of(
                                "serviceName", "tokens",
                                "name", "b",
                                "spec", TestStories.serviceSpec(TestStories.instance("b", "prod", 1))),
                        "spec"),
                token(
                        "UpdateServiceInstance",
                        Map.of("serviceName", "tokens", "name", "a", "deploymentType", "CURRENT_VERSION"),
                        "spec"),
                token("CreateComponent", component("queue"), "description"),
                token(
                        "CreateEnvironmentAccountConnection",
                        Map.of("managementAccountId", OTHER, "environmentName", "far", "roleArn", ROLE),
                        "environmentName"),
                token(
                        "UpdateComponent",
                        Map.of("name", "changed", "deploymentType", "CURRENT_VERSION"),
                        "description"));
    }

    private static Map<String, Object> component(String name) {
        return Map.of(
                "name",
                name,
                "environmentName",
                "prod",
                "manifest",
                "infrastructure: {templates: [{file: q.yaml, rendering_engine: jinja, template_language:"
                        + " cloudformation}]}",
                "templateFile",
                "Resources: {Queue: {Type: 'AWS::SQS::Queue'}}");
    }

    private static Retry token(String operation, Map<String, Object> members, String differing) {
        var first = with(members, "clientToken", "token-1");
        Object other = differing.equals("environmentName") ? "other" : SERVICE_SPEC + "# other";
        return new Retry(operation, first, with(first, differing, other), "", Map.of());
    }

    List<Retry> deletes() {
        var version = Map.<String, Object>of("templateName", "thin", "majorVersion", "1", "minorVersion", "0");
        return List.of(
                plain("DeleteEnvironmentTemplateVersion", version),
                plain("DeleteServiceTemplateVersion", version),
                plain("DeleteEnvironmentTemplate", Map.of("name", "doomed")),
                plain("DeleteServiceTemplate", Map.of("name", "doomed")),
                plain("DeleteEnvironmentAccountConnection", connection("doomed", "ENVIRONMENT_ACCOUNT")));
    }

    List<Retry> laterDeletes() {
        return List.of(
                plain("DeleteService", Map.of("name", "doomed")), plain("DeleteEnvironment", Map.of("name", "doomed")));
    }

    List<Retry> natural() {
        String arn = TestStories.ACCOUNT + "environment/dev";
        return List.of(
                plain("AcceptEnvironmentAccountConnection", connection("accepted", "MANAGEMENT_ACCOUNT")),
                plain("RejectEnvironmentAccountConnection", connection("rejected", "MANAGEMENT_ACCOUNT")),
                plain(
                        "UpdateEnvironmentAccountConnection",
                        with(connection("updated", "ENVIRONMENT_ACCOUNT"), "codebuildRoleArn", ROLE)),
                plain("TagResource", Map.of("resourceArn", arn, "tags", List.of(Map.of("key", "k", "value", "v")))),
                plain("UntagResource", Map.of("resourceArn", arn, "tagKeys", List.of("k"))),
                plain(
                        "UploadBundle",
                        Map.of(
                                "bucket", "openproton-bundles",
                                "key", "uploaded",
                                "uploadId", "00000000-0000-4000-8000-000000000000",
                                "position", 0,
                                "content", "eA==",
                                "complete", true)));
    }

    List<Retry> knownDeletes() {
        String id = stories.instance("tokens", "a").lastSucceededDeploymentId();
        return List.of(
                plain("DeleteDeployment", Map.of("id", id)),
                plain("DeleteComponent", Map.of("name", "doomed")),
                plain("DeleteServiceSyncConfig", Map.of("serviceName", "tokens")),
                plain("DeleteTemplateSyncConfig", Map.of("templateName", "web", "templateType", "SERVICE")),
                plain("DeleteRepository", Map.of("provider", "GITHUB", "name", "shop/doomed")));
    }

    private static Retry plain(String operation, Map<String, Object> members) {
        return new Retry(operation, members, Map.of(), "", Map.of());
    }

    private static TreeMap<String, Object> with(Map<String, Object> members, String name, Object value) {
        var more = new TreeMap<>(members);
        more.put(name, value);
        return more;
    }

    private void call(String operation, Map<String, Object> members) {
        stories.house().call(operation, Json.write(members));
    }
}
