package openproton.resource.sync.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.CreateServiceFromRepositoryInput;
import openproton.api.CreateServiceFromRepositoryOutput;
import openproton.api.CreateServiceInput;
import openproton.api.ValidationException;
import openproton.base.DataException;
import openproton.git.GitException;
import openproton.git.GitRepository;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;
import openproton.render.spec.SpecException;
import openproton.request.Errand;
import openproton.request.Repeatable;
import openproton.request.Rows;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.service.CreateService;
import openproton.resource.sync.follow.LinkedRepositories;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.Syncs;
import openproton.store.Transaction;

/// Creates a service with the instances that an ops file names, and lets it follow that file.
///
/// @param create keeps the service
/// @param repositories where the files come from
public record CreateServiceFromRepository(Syncs syncs, CreateService create, LinkedRepositories repositories)
        implements Errand<CreateServiceFromRepositoryInput, CreateServiceFromRepositoryOutput> {

    @Override
    public Repeatable<CreateServiceFromRepositoryInput, CreateServiceFromRepositoryOutput> prepare(
            Rows rows, CreateServiceFromRepositoryInput input, Caller caller) {
        var follower = SyncConfig.SyncedResource.service(Scope.of(caller), input.name());
        var branch = new LinkedBranch(input.repositoryProvider(), input.repositoryName(), input.branch());
        var config = new SyncConfig(follower, branch, input.filePath());
        return new Follow(syncs, create, config, spec(config));
    }

    /// Keeps the service with a spec that was read, and its sync configuration.
    private record Follow(Syncs syncs, CreateService create, SyncConfig config, String spec)
            implements Repeatable<CreateServiceFromRepositoryInput, CreateServiceFromRepositoryOutput> {

        @Override
        public String resource(CreateServiceFromRepositoryInput input, Caller caller) {
            return config.follower().arn();
        }

        @Override
        public Optional<CreateServiceFromRepositoryOutput> current(
                Transaction tx, String resource, CreateServiceFromRepositoryInput input, Caller caller) {
            return create.current(tx, resource, wanted(input, spec), caller)
                    .map(made -> new CreateServiceFromRepositoryOutput(made.service()));
        }

        @Override
        public CreateServiceFromRepositoryOutput handle(
                Transaction tx, CreateServiceFromRepositoryInput input, Caller caller) {
            var made = create.handle(tx, wanted(input, spec), caller);
            syncs.create(tx, config);
            return new CreateServiceFromRepositoryOutput(made.service());
        }
    }

    private static CreateServiceInput wanted(CreateServiceFromRepositoryInput input, String spec) {
        return CreateServiceInput.builder()
                .name(input.name())
                .description(input.description())
                .templateName(input.templateName())
                .templateMajorVersion(input.templateMajorVersion())
                .templateMinorVersion(input.templateMinorVersion())
                .spec(spec)
                .repositoryConnectionArn(input.repositoryConnectionArn())
                .repositoryId(input.repositoryId())
                .branchName(input.branchName())
                .tags(input.tags())
                .build();
    }

    /// The spec of the whole service: the entry of each instance from its own file, the pipeline from that of the
    /// first.
    private String spec(SyncConfig config) {
        try {
            GitRepository repository = repositories.of(config.follower().scope(), config.branch());
            String head = head(repository, config.branch().branch());
            List<OpsFile.Entry> entries = OpsFile.read(
                            repository, head, config.path(), config.follower().name())
                    .entries();
            if (entries.isEmpty()) {
                throw new ValidationException("%s has no entry sync.services.%s with instances"
                        .formatted(
                                OpsFile.path(config.path()), config.follower().name()));
            }
            return spec(repository, entries).toYaml();
        } catch (GitException | DataException trouble) {
            throw new ValidationException(String.valueOf(trouble.getMessage()));
        }
    }

    private static ServiceSpec spec(GitRepository repository, List<OpsFile.Entry> entries) {
        var instances = new ArrayList<InstanceSpec>();
        Optional<Map<String, Object>> pipeline = Optional.empty();
        for (OpsFile.Entry entry : entries) {
            ServiceSpec spec = spec(repository, entry);
            if (instances.isEmpty()) {
                pipeline = spec.pipeline();
            }
            instances.add(spec.instance(entry.instance())
                    .orElseThrow(() -> new ValidationException("%s has no instance named '%s'; list it under instances"
                            .formatted(entry.spec(), entry.instance()))));
        }
        return new ServiceSpec(instances, pipeline);
    }

    private static ServiceSpec spec(GitRepository repository, OpsFile.Entry entry) {
        String text = OpsFile.text(repository, head(repository, entry.branch()), entry.spec())
                .orElseThrow(
                        () -> new ValidationException("branch '%s' has no file '%s', which is named for instance '%s'"
                                .formatted(entry.branch(), entry.spec(), entry.instance())));
        try {
            return ServiceSpec.parse(text);
        } catch (SpecException refusal) {
            throw new ValidationException("%s: %s".formatted(entry.spec(), refusal.getMessage()));
        }
    }

    private static String head(GitRepository repository, String branch) {
        return repository
                .head(branch)
                .orElseThrow(() -> new ValidationException(
                        "branch '%s' does not exist; push it, or name another one".formatted(branch)));
    }
}
