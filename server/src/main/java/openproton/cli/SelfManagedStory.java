package openproton.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import openproton.api.ApiModel;
import openproton.api.CreateEnvironmentInput;
import openproton.api.CreateRepositoryInput;
import openproton.api.DeleteEnvironmentInput;
import openproton.api.DeleteRepositoryInput;
import openproton.api.DeploymentUpdateType;
import openproton.api.GetRepositoryInput;
import openproton.api.NotifyResourceDeploymentStatusChangeInput;
import openproton.api.Output;
import openproton.api.RepositoryBranchInput;
import openproton.api.RepositoryProvider;
import openproton.api.ResourceDeploymentStatus;
import openproton.api.UpdateEnvironmentInput;
import openproton.base.Json;
import openproton.render.bundle.TemplateKind;
import openproton.render.spec.EnvironmentSpec;

/// Shows how an environment comes about by pull request, playing everybody who takes part: the developer who asks, the
/// reviewer who merges, the automation that runs Terraform and reports.
record SelfManagedStory(ApiClient client, Outside outside, LocalRepository repository, PlayedAutomation automation) {
    static final String ENVIRONMENT = "reviewed";
    static final String TEMPLATE = "pull-request-environment";

    private static final String REPOSITORY = "openproton/infrastructure";
    private static final String CONNECTION = "quickstart";
    private static final String METADATA = ".proton/deployment-metadata.json";
    private static final Followed.OfEnvironment FOLLOWED = new Followed.OfEnvironment(ENVIRONMENT);

    /// Where the repository lies.
    static Path repository(Path data) {
        return data.resolve("git").resolve(REPOSITORY);
    }

    /// What a server must be set to, to reach the repository.
    static Map<String, String> variables(Path data) {
        var connection =
                Map.of("kind", "git", "url", data.resolve("git").toUri().toString(), "provider", "GITHUB");
        return Map.of("OPENPROTON_CONNECTIONS", Json.write(Map.of(CONNECTION, connection)));
    }

    /// Goes through the whole cycle, or through what is left of it.
    ///
    /// @throws CommandFailure when something on the way fails
    void run() {
        step("Registering the sample template and linking the repository " + repository.folder());
        new SampleTemplates(client, outside).publish(TEMPLATE, TemplateKind.ENVIRONMENT, List.of());
        link();
        step("Asking for the environment '%s'".formatted(ENVIRONMENT));
        if (ask()) {
            review();
            automate();
        } else {
            note("The environment is there already");
        }
        step("Looking at what the automation reported");
        new Follower(client, outside, "The deployment").showOutputs(FOLLOWED);
    }

    private void link() {
        var known = new GetRepositoryInput(RepositoryProvider.GITHUB, REPOSITORY);
        if (client.find(ApiModel.GET_REPOSITORY, known).isEmpty()) {
            client.call(
                    ApiModel.CREATE_REPOSITORY,
                    CreateRepositoryInput.builder()
                            .provider(RepositoryProvider.GITHUB)
                            .name(REPOSITORY)
                            .connectionArn(
                                    "arn:aws:codestar-connections:us-east-1:000000000000:connection/" + CONNECTION)
                            .build());
        }
    }

    /// Whether there is something to review and to report now.
    private boolean ask() {
        Optional<Followed.Look> look = FOLLOWED.look(client);
        if (look.isEmpty()) {
            client.call(
                    ApiModel.CREATE_ENVIRONMENT,
                    CreateEnvironmentInput.builder()
                            .name(ENVIRONMENT)
                            .templateName(TEMPLATE)
                            .templateMajorVersion("1")
                            .provisioningRepository(new RepositoryBranchInput(
                                    RepositoryProvider.GITHUB, REPOSITORY, LocalRepository.MAIN))
                            .spec(spec())
                            .build());
        } else if (look.get().isFailed()) {
            client.call(
                    ApiModel.UPDATE_ENVIRONMENT,
                    UpdateEnvironmentInput.builder()
                            .name(ENVIRONMENT)
                            .spec(spec())
                            .deploymentType(DeploymentUpdateType.CURRENT_VERSION)
                            .build());
        } else {
            return look.get().isBusy();
        }
        return true;
    }

    private static String spec() {
        return new EnvironmentSpec(Map.of("cidr", "10.20.0.0/16", "subnets", 3)).toYaml();
    }

    private void review() {
        waitFor(() -> repository.proposal().isPresent() || isMerged());
        Optional<String> branch = repository.proposal();
        if (branch.isEmpty()) {
            note("It is merged already");
            return;
        }
        step("Playing the reviewer: this is what branch %s changes".formatted(branch.get()));
        repository
                .difference(branch.get())
                .lines()
                .forEach(line -> outside.terminal().say("    " + line));
        step("Playing the reviewer: merging it into %s".formatted(LocalRepository.MAIN));
        repository.merge(branch.get());
        note("The environment is still %s: merging is not applying"
                .formatted(FOLLOWED.look(client).orElseThrow().whole()));
    }

    /// Whether the merged files are those of the running deployment.
    private boolean isMerged() {
        String running = FOLLOWED.look(client).orElseThrow().deployments().stream()
                .findFirst()
                .orElse("");
        return deploymentId().equals(Optional.of(running));
    }

    private Optional<String> deploymentId() {
        return repository
                .files(ENVIRONMENT)
                .text(METADATA)
                .flatMap(text -> Json.read(text) instanceof Map<?, ?> map
                        ? Optional.of(String.valueOf(map.get("deploymentId")))
                        : Optional.empty());
    }

    private void automate() {
        step("Playing the automation: applying the merged folder %s/ and reporting".formatted(ENVIRONMENT));
        Map<String, String> outputs = automation.apply(repository.files(ENVIRONMENT));
        var pairs = outputs.entrySet().stream()
                .map(output -> Output.builder()
                        .key(output.getKey())
                        .valueString(output.getValue())
                        .build())
                .toList();
        client.call(
                ApiModel.NOTIFY_RESOURCE_DEPLOYMENT_STATUS_CHANGE,
                NotifyResourceDeploymentStatusChangeInput.builder()
                        .resourceArn(FOLLOWED.arn(client).orElseThrow())
                        .deploymentId(deploymentId())
                        .status(ResourceDeploymentStatus.SUCCEEDED)
                        .outputs(pairs)
                        .build());
        var end = FOLLOWED.look(client).orElseThrow();
        note("The environment is %s".formatted(outside.terminal().status(end.whole())));
    }

    /// Removes everything that [#run] made, by pull request again.
    ///
    /// @throws CommandFailure when something cannot be removed
    void cleanUp() {
        FOLLOWED.look(client).ifPresent(this::remove);
        new SampleTemplates(client, outside).remove(TemplateKind.ENVIRONMENT, TEMPLATE);
        var known = new GetRepositoryInput(RepositoryProvider.GITHUB, REPOSITORY);
        if (client.find(ApiModel.GET_REPOSITORY, known).isPresent()) {
            client.call(ApiModel.DELETE_REPOSITORY, new DeleteRepositoryInput(RepositoryProvider.GITHUB, REPOSITORY));
        }
    }

    private void remove(Followed.Look look) {
        if (look.isBusy()) {
            turnDown();
        }
        step("Deleting the environment '%s'".formatted(ENVIRONMENT));
        client.call(ApiModel.DELETE_ENVIRONMENT, new DeleteEnvironmentInput(ENVIRONMENT));
        waitFor(() -> repository.proposal().isPresent() || FOLLOWED.look(client).isEmpty());
        repository.proposal().ifPresent(branch -> {
            step("Playing the reviewer: merging the removal, branch " + branch);
            repository.merge(branch);
            waitFor(() -> FOLLOWED.look(client).isEmpty());
        });
        step("Playing the automation: destroying what the folder %s/ made".formatted(ENVIRONMENT));
        automation.destroy();
        note("The environment is gone");
    }

    /// Ends a deployment that nobody has reviewed or reported.
    private void turnDown() {
        client.call(
                ApiModel.NOTIFY_RESOURCE_DEPLOYMENT_STATUS_CHANGE,
                NotifyResourceDeploymentStatusChangeInput.builder()
                        .resourceArn(FOLLOWED.arn(client).orElseThrow())
                        .status(ResourceDeploymentStatus.FAILED)
                        .statusMessage("The quickstart was cleaned up before this was reported.")
                        .build());
        repository.proposal().ifPresent(repository::delete);
    }

    /// @throws CommandFailure when the environment fails meanwhile
    private void waitFor(BooleanSupplier sign) {
        while (!sign.getAsBoolean()) {
            FOLLOWED.look(client).filter(Followed.Look::isFailed).ifPresent(look -> {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "%s is %s: %s"
                                .formatted(
                                        FOLLOWED.words(),
                                        look.whole(),
                                        look.message().orElse("")));
            });
            outside.pause();
        }
    }

    private void step(String text) {
        outside.terminal().note("");
        outside.terminal().note(outside.terminal().tinted(Terminal.Tone.STRONG, "==> " + text));
    }

    private void note(String text) {
        outside.terminal().note("    " + text);
    }
}
