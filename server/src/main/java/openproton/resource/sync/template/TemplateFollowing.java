package openproton.resource.sync.template;

import java.util.List;
import java.util.Optional;
import openproton.git.GitRepository;
import openproton.resource.sync.follow.Following;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;
import openproton.work.Jobs;

/// What a commit means to a template: each directory of a major version may become its next minor version.
///
/// @param jobs starts the work
public record TemplateFollowing(Jobs jobs) implements Following {

    @Override
    public Found look(SyncConfig config, GitRepository repository, String commit) {
        String name = config.follower().name();
        var majors = TemplateLayout.majors(repository.paths(commit), config.path(), name);
        List<Wanted> targets = majors.entrySet().stream()
                .map(major -> new Wanted(
                        target(config, major.getKey()),
                        config.branch().branch(),
                        Optional.of(commit),
                        major.getValue()))
                .toList();
        String where = config.path().isEmpty() ? "the repository" : "'%s'".formatted(config.path());
        return new Found(targets, "%s has no folder %s/v1 (or v2, v3, …) with a bundle in it".formatted(where, name));
    }

    /// How a major version is called among everything that follows: the ARN of the template and the number.
    static String target(SyncConfig config, long major) {
        return template(config).arn() + ":" + major;
    }

    static TemplateKey template(SyncConfig config) {
        return new TemplateKey(
                config.follower().scope(),
                config.follower().kind().orElseThrow(),
                config.follower().name());
    }

    @Override
    public void start(Transaction tx, SyncConfig config, Found found) {
        for (Wanted wanted : found.targets()) {
            jobs.start(tx, TemplateSync.ENTRY, wanted.target());
            jobs.wake(tx, TemplateSync.ENTRY, wanted.target());
        }
    }
}
