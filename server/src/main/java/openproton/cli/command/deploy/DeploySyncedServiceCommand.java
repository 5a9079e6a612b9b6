package openproton.cli.command.deploy;

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
import openproton.cli.follow.ServiceTarget;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.TemplateCalls;
import openproton.cli.wire.TemplateReference;
import openproton.render.bundle.TemplateKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `openproton deploy synced-service`: creates a service whose instances and specs come from a repository.
@Command(
        name = "synced-service",
        description = {
            "Create a service from a linked repository, and follow the deployments.",
            "The ops file in the repository names the instances of the service, and the branch and the file of each"
                    + " instance's spec. From then on, the service follows these branches."
        },
        footer = {
            "",
            "Examples:",
            "  openproton deploy synced-service shop --template web-service \\",
            "      --repository me/shop",
            "  openproton deploy synced-service shop --template web-service:1.2 \\",
            "      --repository me/shop --ops-file deploy/ops.yaml"
        })
final class DeploySyncedServiceCommand implements Callable<Integer> {
    @Mixin
    private final DeployOptions options;

    @Option(
            names = "--repository",
            required = true,
            paramLabel = "OWNER/NAME",
            description = "The linked repository that contains the ops file and the specs.")
    private String repository = "";

    @Option(
            names = "--provider",
            paramLabel = "PROVIDER",
            description = "Needed when several providers have a linked repository of that name:"
                    + " ${COMPLETION-CANDIDATES}.")
    private Optional<RepositoryProvider> provider = Optional.empty();

    @Option(
            names = "--ops-branch",
            defaultValue = PipelineRepository.DEFAULT_BRANCH,
            paramLabel = "BRANCH",
            description = "The branch of the ops file. Default: ${DEFAULT-VALUE}.")
    private String opsBranch = "";

    @Option(
            names = "--ops-file",
            defaultValue = "proton-ops.yaml",
            paramLabel = "PATH",
            description = "The path of the ops file in the repository. Default: ${DEFAULT-VALUE}.")
    private String opsFile = "";

    @Mixin
    private final PipelineOptions pipeline = new PipelineOptions();

    DeploySyncedServiceCommand(CommandContext context) {
        this.options = new DeployOptions(context);
    }

    @Override
    public Integer call() {
        var client = options.client();
        var target = new ServiceTarget(options.name());
        if (target.find(client).isPresent()) {
            throw CommandFailure.failed(
                    "%s exists already. To let it follow a branch, use 'aws proton create-service-sync-config'; to change the branch, use 'aws proton update-service-sync-config'"
                            .formatted(target.title()));
        }
        pipeline.setRole(client);
        create(client);
        return options.finish(client, target, Set.of());
    }

    private void create(ServerClient client) {
        TemplateReference choice = options.template();
        var template = new TemplateCalls(client, TemplateKind.SERVICE).require(choice.name());
        var code = pipeline.repository();
        client.call(
                ApiModel.CREATE_SERVICE_FROM_REPOSITORY,
                CreateServiceFromRepositoryInput.builder()
                        .name(options.name())
                        .templateName(choice.name())
                        .templateMajorVersion(choice.majorOf(template))
                        .templateMinorVersion(choice.minor())
                        .repositoryProvider(provider.orElseGet(() -> onlyProvider(client)))
                        .repositoryName(repository)
                        .branch(opsBranch)
                        .filePath(opsFile)
                        .repositoryId(code.id())
                        .branchName(code.branchName())
                        .repositoryConnectionArn(code.connectionArn(template.arn()))
                        .build());
    }

    /// @throws CommandFailure when no provider, or more than one, has a linked repository of that name
    private RepositoryProvider onlyProvider(ServerClient client) {
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
        throw CommandFailure.failed(found.isEmpty() ? notLinked() : ambiguous(found));
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
