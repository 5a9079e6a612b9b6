package openproton.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import openproton.api.ApiModel;
import openproton.api.CreateServiceFromRepositoryInput;
import openproton.api.ListRepositoriesInput;
import openproton.api.ListRepositoriesOutput;
import openproton.api.RepositoryProvider;
import openproton.api.RepositorySummary;
import openproton.render.bundle.TemplateKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Creates a service whose instances and specs come from a repository.
@Command(
        name = "synced-service",
        description = {
            "Create a service from a linked repository, and follow the deployments.",
            "Its ops file names the instances, and the branch and file that the spec of each comes from. The service"
                    + " follows these branches from then on."
        },
        footer = {
            "",
            "Examples:",
            "  openproton deploy synced-service shop --template web-service --repository me/shop",
            "  openproton deploy synced-service shop --template web-service:1.2 --repository me/shop --ops-file"
                    + " deploy/ops.yaml"
        })
final class DeploySyncedService implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private ServerChoice server = new ServerChoice();

    @Mixin
    private DeployOptions options = new DeployOptions();

    @Parameters(paramLabel = "NAME", description = "The service.")
    private String name = "";

    @Option(
            names = "--repository",
            required = true,
            paramLabel = "OWNER/NAME",
            description = "The linked repository that holds the ops file and the specs.")
    private String repository = "";

    @Option(
            names = "--provider",
            paramLabel = "PROVIDER",
            description = "Where repositories of this name are linked from several: ${COMPLETION-CANDIDATES}.")
    private Optional<RepositoryProvider> provider = Optional.empty();

    @Option(
            names = "--ops-branch",
            defaultValue = Repository.USUAL_BRANCH,
            paramLabel = "BRANCH",
            description = "The branch of the ops file; default: ${DEFAULT-VALUE}.")
    private String opsBranch = "";

    @Option(
            names = "--ops-file",
            defaultValue = "proton-ops.yaml",
            paramLabel = "PATH",
            description = "The ops file, from the root of the repository; default: ${DEFAULT-VALUE}.")
    private String opsFile = "";

    @Mixin
    private PipelineOptions pipeline = new PipelineOptions();

    DeploySyncedService(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        var client = server.client(outside);
        var followed = new Followed.OfService(name);
        if (followed.find(client).isPresent()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "%s exists already; let it follow a branch with 'aws proton create-service-sync-config', or change what it follows with 'update-service-sync-config'"
                            .formatted(followed.words()));
        }
        pipeline.setRole(client);
        create(client);
        return options.finish(client, outside, followed, Set.of());
    }

    private void create(ApiClient client) {
        var choice = options.template();
        var template = TemplateCalls.of(TemplateKind.SERVICE, client)
                .find(choice.name())
                .orElseThrow(() -> DeployOptions.noTemplate("service", choice));
        client.call(
                ApiModel.CREATE_SERVICE_FROM_REPOSITORY,
                CreateServiceFromRepositoryInput.builder()
                        .name(name)
                        .templateName(choice.name())
                        .templateMajorVersion(choice.majorOf(template))
                        .templateMinorVersion(choice.minor())
                        .repositoryProvider(linked(client))
                        .repositoryName(repository)
                        .branch(opsBranch)
                        .filePath(opsFile)
                        .repositoryId(pipeline.repository().id())
                        .branchName(pipeline.repository().branchName())
                        .repositoryConnectionArn(pipeline.repository().connectionArn(template.arn()))
                        .build());
    }

    /// The provider that the repository is linked under.
    private RepositoryProvider linked(ApiClient client) {
        return provider.orElseGet(() -> onlyOne(client));
    }

    private RepositoryProvider onlyOne(ApiClient client) {
        List<RepositorySummary> all = client.all(
                ApiModel.LIST_REPOSITORIES,
                token -> ListRepositoriesInput.builder().nextToken(token).build(),
                ListRepositoriesOutput::repositories,
                ListRepositoriesOutput::nextToken);
        List<RepositoryProvider> found = all.stream()
                .filter(summary -> summary.name().equals(repository))
                .map(RepositorySummary::provider)
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new CommandFailure(ExitCode.FAILED, found.isEmpty() ? notLinked() : ambiguous(found));
    }

    private String notLinked() {
        return "no repository '%s' is linked; link it with 'aws proton create-repository --provider PROVIDER --name %s --connection-arn ARN'"
                .formatted(repository, repository);
    }

    private String ambiguous(List<RepositoryProvider> found) {
        return "repositories '%s' are linked from %s; choose one with --provider"
                .formatted(
                        repository,
                        found.stream().map(RepositoryProvider::value).sorted().collect(Collectors.joining(" and ")));
    }
}
