package openproton.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.NotifyResourceDeploymentStatusChangeInput;
import openproton.api.ResourceDeploymentStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells the server what a deployment did; takes the flags of `aws proton notify-resource-deployment-status-change`.
@Command(
        name = "notify",
        mixinStandardHelpOptions = true,
        description = {
            "Tell the server what a deployment did: its outputs, its status. Commands of a bundle call this; it takes",
            "the flags of 'aws proton notify-resource-deployment-status-change'."
        },
        footer = {
            "",
            "Examples:",
            "  openproton notify --resource-arn \"$RESOURCE_ARN\" --outputs key=Url,valueString=http://localhost:8081/",
            "  openproton notify --resource-arn \"$RESOURCE_ARN\" --outputs file://outputs.json",
            "  openproton notify --resource-arn \"$RESOURCE_ARN\" --status FAILED --status-message 'no space left'"
        })
final class NotifyCommand implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private ServerChoice server = new ServerChoice();

    @Option(names = "--resource-arn", required = true, paramLabel = "ARN", description = "What was deployed.")
    private String resourceArn = "";

    @Option(names = "--status", paramLabel = "STATUS", description = "IN_PROGRESS, SUCCEEDED or FAILED.")
    private Optional<ResourceDeploymentStatus> status = Optional.empty();

    @Option(
            names = "--outputs",
            arity = "0..*",
            paramLabel = "OUTPUT",
            description = "key=NAME,valueString=VALUE …, a JSON list, or file://PATH.")
    private List<String> outputs = List.of();

    @Option(names = "--status-message", paramLabel = "TEXT", description = "Why it failed.")
    private Optional<String> statusMessage = Optional.empty();

    @Option(names = "--deployment-id", paramLabel = "ID", description = "Which deployment; default: the running one.")
    private Optional<String> deploymentId = Optional.empty();

    /// What scripts also give the AWS CLI and what changes nothing here.
    @Option(
            names = {"--output", "--query", "--color"},
            hidden = true)
    private Optional<String> unusedText = Optional.empty();

    @Option(
            names = {"--no-cli-pager", "--no-paginate", "--no-cli-auto-prompt"},
            hidden = true)
    private boolean unusedFlag;

    NotifyCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        var read = new OutputsText(outside.folder()).read(outputs);
        server.client(outside)
                .call(
                        ApiModel.NOTIFY_RESOURCE_DEPLOYMENT_STATUS_CHANGE,
                        NotifyResourceDeploymentStatusChangeInput.builder()
                                .resourceArn(resourceArn)
                                .status(status)
                                .outputs(read.isEmpty() ? Optional.empty() : Optional.of(read))
                                .statusMessage(statusMessage)
                                .deploymentId(deploymentId)
                                .build());
        return ExitCode.OK.status();
    }
}
