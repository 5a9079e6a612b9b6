package openproton;

import java.util.LinkedHashMap;
import java.util.Map;
import openproton.base.FileTree;
import openproton.base.Json;
import openproton.render.bundle.BundleArchive;

/// The part of the golden story that follows a repository; afterwards everything is as it was before.
///
/// @param house with the template and environment of the story
/// @param teller calls an operation and keeps the answer
record GoldenSyncs(TestHouse house, Teller teller) {
    private static final Map<String, Object> REPOSITORY =
            Map.of("repositoryProvider", "GITHUB", "repositoryName", "shop/ops");

    /// Calls an operation and keeps the answer.
    interface Teller {
        void say(String operation, Map<String, ?> members);
    }

    void tell() {
        String a = TestStories.pipelineSpec("main", TestStories.instance("a", "dev", 80));
        house.repository("shop/ops").commit(files(a));
        quietly(
                "CreateRepository",
                Map.of("provider", "GITHUB", "name", "shop/ops", "connectionArn", TestStories.CONNECTION));
        services(a);
        fromRepository();
        templates();
        quietly("DeleteRepository", Map.of("provider", "GITHUB", "name", "shop/ops"));
    }

    private static Map<String, String> files(String spec) {
        var files = new LinkedHashMap<String, String>();
        files.put("ops.yaml", """
            sync:
              services:
                shop: {a: {branch: main, spec: a.yaml}}
                fromgit: {a: {branch: main, spec: a.yaml}}
            """);
        files.put("a.yaml", spec);
        FileTree bundle = BundleArchive.unpack(TestBundles.environmentWithMore());
        bundle.files()
                .keySet()
                .forEach(path -> files.put("vpc/v1/" + path, bundle.text(path).orElseThrow()));
        return files;
    }

    private void services(String spec) {
        var follow = with(REPOSITORY, Map.of("serviceName", "shop", "branch", "main", "filePath", "ops.yaml"));
        teller.say("CreateServiceSyncConfig", follow);
        house.runDueWork();
        teller.say("GetServiceSyncConfig", Map.of("serviceName", "shop"));
        teller.say("GetServiceInstanceSyncStatus", Map.of("serviceName", "shop", "serviceInstanceName", "a"));
        teller.say("GetRepositorySyncStatus", with(REPOSITORY, Map.of("branch", "main", "syncType", "SERVICE_SYNC")));
        teller.say("ListRepositorySyncDefinitions", with(REPOSITORY, Map.of("syncType", "SERVICE_SYNC")));
        quietly(
                "UpdateServiceInstance",
                Map.of("serviceName", "shop", "name", "a", "deploymentType", "CURRENT_VERSION", "spec", spec));
        house.runDueWork();
        var held = Map.of("serviceName", "shop", "serviceInstanceName", "a");
        teller.say("GetServiceSyncBlockerSummary", held);
        String id = house.call("GetServiceSyncBlockerSummary", Json.write(held))
                .body()
                .replaceAll("(?s).*\"id\":\"([^\"]*)\".*", "$1");
        teller.say("UpdateServiceSyncBlocker", Map.of("id", id, "resolvedReason", "git is right"));
        teller.say("UpdateServiceSyncConfig", with(follow, Map.of("filePath", "./ops.yaml")));
        house.runDueWork();
        teller.say("DeleteServiceSyncConfig", Map.of("serviceName", "shop"));
    }

    private void fromRepository() {
        var members = Map.of(
                "name", "fromgit",
                "templateName", "web",
                "templateMajorVersion", "1",
                "branch", "main",
                "filePath", "ops.yaml",
                "repositoryConnectionArn", TestStories.CONNECTION,
                "repositoryId", "shop/code",
                "branchName", "main");
        teller.say("CreateServiceFromRepository", with(REPOSITORY, members));
        house.runDueWork();
        quietly("DeleteService", Map.of("name", "fromgit"));
        house.runDueWork();
    }

    private void templates() {
        var template = Map.of("templateName", "vpc", "templateType", "ENVIRONMENT");
        var follow = with(REPOSITORY, with(template, Map.of("branch", "main")));
        teller.say("CreateTemplateSyncConfig", follow);
        house.runDueWork();
        teller.say("GetTemplateSyncConfig", template);
        teller.say("GetTemplateSyncStatus", with(template, Map.of("templateVersion", "1")));
        teller.say("UpdateTemplateSyncConfig", with(follow, Map.of("subdirectory", "vpc")));
        house.runDueWork();
        teller.say("DeleteTemplateSyncConfig", template);
        quietly(
                "DeleteEnvironmentTemplateVersion",
                Map.of("templateName", "vpc", "majorVersion", "1", "minorVersion", "1"));
    }

    private void quietly(String operation, Map<String, ?> members) {
        WireAnswer answer = house.call(operation, Json.write(members));
        if (answer.status() != 200) {
            throw new IllegalStateException("%s: %s".formatted(operation, answer.body()));
        }
    }

    private static Map<String, Object> with(Map<String, ?> members, Map<String, ?> more) {
        var all = new LinkedHashMap<String, Object>(members);
        all.putAll(more);
        return all;
    }
}
