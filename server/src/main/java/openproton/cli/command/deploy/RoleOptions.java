package openproton.cli.command.deploy;

import java.util.Optional;
import picocli.CommandLine.Option;

/// The roles that the infrastructure of an environment is provisioned with.
final class RoleOptions {
    @Option(
            names = "--codebuild-role",
            paramLabel = "ARN",
            description = "The role that commands run with. Default: a local role without AWS credentials.")
    private Optional<String> codebuild = Optional.empty();

    @Option(
            names = "--service-role",
            paramLabel = "ARN",
            description = "The role that CloudFormation stacks are made with.")
    private Optional<String> service = Optional.empty();

    @Option(
            names = "--component-role",
            paramLabel = "ARN",
            description =
                    "The role that components are provisioned with. Without it, the environment has no components.")
    private Optional<String> component = Optional.empty();

    Optional<String> codebuild() {
        return codebuild;
    }

    Optional<String> service() {
        return service;
    }

    Optional<String> component() {
        return component;
    }

    boolean isGiven() {
        return codebuild.isPresent() || service.isPresent() || component.isPresent();
    }
}
