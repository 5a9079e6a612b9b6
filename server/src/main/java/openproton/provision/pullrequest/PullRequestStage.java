package openproton.provision.pullrequest;

import java.util.LinkedHashMap;
import java.util.Map;
import openproton.base.Json;
import openproton.provision.Progress;
import openproton.provision.polled.StoredMembers;

/// How far an order came. What is kept is never ahead of the world by more than one step.
sealed interface PullRequestStage {

    /// Nothing was done to the repository.
    record Ordered() implements PullRequestStage {}

    /// The branch may have been pushed, and the pull request opened.
    ///
    /// @param folder where the files belong, from the root
    /// @param commit the head of its branch, if it was pushed
    record Pushing(String folder, String commit) implements PullRequestStage {}

    /// The pull request was opened.
    record Opened(OpenedPullRequest request) implements PullRequestStage {}

    /// The pull request was merged; the rest is up to the owner's automation.
    ///
    /// @param commit what the merge made
    record Merged(OpenedPullRequest request, String commit) implements PullRequestStage {
        Progress progress() {
            return Progress.Running.waitingFor(
                    "%s was merged as %s; waiting for the automation of the repository to report"
                            .formatted(request.url(), commit));
        }
    }

    /// An opened pull request.
    ///
    /// @param folder where the files belong, from the root
    /// @param commit the head of its branch, as pushed
    /// @param id what the host calls it
    /// @param url where people find it
    record OpenedPullRequest(String folder, String commit, String id, String url) {}

    default String json() {
        return switch (this) {
            case Ordered() -> entry("Ordered", Map.of());
            case Pushing(var folder, var commit) -> entry("Pushing", Map.of("folder", folder, "commit", commit));
            case Opened(var request) -> entry("Proposed", members(request));
            case Merged(var request, var commit) -> {
                var members = members(request);
                members.put("merged", commit);
                yield entry("Merged", members);
            }
        };
    }

    static PullRequestStage read(String json) {
        Map<?, ?> map = StoredMembers.of(json);
        return switch (StoredMembers.text(map, "phase")) {
            case "Ordered" -> new Ordered();
            case "Pushing" -> new Pushing(StoredMembers.text(map, "folder"), StoredMembers.text(map, "commit"));
            case "Proposed" -> new Opened(request(map));
            case "Merged" -> new Merged(request(map), StoredMembers.text(map, "merged"));
            case String other -> throw new IllegalStateException("not a phase: " + other);
        };
    }

    private static String entry(String name, Map<String, Object> members) {
        var json = new LinkedHashMap<String, Object>();
        json.put("phase", name);
        json.putAll(members);
        return Json.write(json);
    }

    private static Map<String, Object> members(OpenedPullRequest request) {
        var members = new LinkedHashMap<String, Object>();
        members.put("folder", request.folder());
        members.put("commit", request.commit());
        members.put("id", request.id());
        members.put("url", request.url());
        return members;
    }

    private static OpenedPullRequest request(Map<?, ?> map) {
        return new OpenedPullRequest(
                StoredMembers.text(map, "folder"),
                StoredMembers.text(map, "commit"),
                StoredMembers.text(map, "id"),
                StoredMembers.text(map, "url"));
    }
}
