package openproton.provision.pullrequest;

import java.util.LinkedHashMap;
import java.util.Map;
import openproton.base.Json;
import openproton.provision.Progress;
import openproton.provision.polled.StoredMembers;

/// How far an order came. The stored stage is at most one step ahead of the repository.
sealed interface PullRequestStage {

    /// The repository is unchanged.
    record Ordered() implements PullRequestStage {}

    /// The branch may be pushed, and the pull request open.
    ///
    /// @param folder where the files belong, from the root
    /// @param commit the head of its branch, if it was pushed
    record Pushing(String folder, String commit) implements PullRequestStage {}

    /// The pull request is open.
    record Opened(OpenedPullRequest request) implements PullRequestStage {}

    /// The pull request is merged; the owner's automation has to report.
    ///
    /// @param commit the commit of the merge
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
    /// @param id the id at the host
    /// @param url the page of the pull request
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
            case String other -> throw new IllegalStateException("not a stage: " + other);
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
