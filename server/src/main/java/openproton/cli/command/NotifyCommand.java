package openproton.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.NotifyResourceDeploymentStatusChangeInput;
import openproton.api.ResourceDeploymentStatus;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `openproton notify`: reports a deployment, with the flags of `aws proton
/// notify-resource-deployment-status-change`.
@Command(
        name = "notify",
        description = {
            "Report the status or the outputs of a deployment to the server.",
            "Takes the flags of 'aws proton notify-resource-deployment-status-change', so commands in a bundle can use"
                    + " either."
        },
        footer = {
            "",
            "Examples:",
            "  openproton notify --resource-arn \"$RESOURCE_ARN\" \\",
            "      --outputs key=Url,valueString=http://localhost:8081/",
            "  openproton notify --resource-arn \"$RESOURCE_ARN\" \\",
            "      --outputs file://outputs.json",
            "  openproton notify --resource-arn \"$RESOURCE_ARN\" \\",
            "      --status FAILED --status-message 'no space left'"
        })
public final class NotifyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final EndpointOptions server;

    @Option(
            names = "--resource-arn",
            required = true,
            paramLabel = "ARN",
            description = "The environment, service instance, pipeline or component that was deployed.")
    private String resourceArn = "";

    @Option(names = "--status", paramLabel = "STATUS", description = "IN_PROGRESS, SUCCEEDED or FAILED.")
    private Optional<ResourceDeploymentStatus> status = Optional.empty();

    @Option(
            names = "--outputs",
            arity = "0..*",
            paramLabel = "OUTPUT",
            description = {"key=NAME,valueString=VALUE ..., a JSON list, or", "file://PATH."})
    private List<String> outputs = List.of();

    @Option(names = "--status-message", paramLabel = "TEXT", description = "Why the deployment failed.")
    private Optional<String> statusMessage = Optional.empty();

    @Option(
            names = "--deployment-id",
            paramLabel = "ID",
            description = "The deployment to report. Default: the one in progress.")
    private Optional<String> deploymentId = Optional.empty();

    /// Options that scripts give the AWS CLI and that have no effect here.
    @Option(
            names = {"--output", "--query", "--color"},
            hidden = true)
    private Optional<String> unusedText = Optional.empty();

    @Option(
            names = {"--no-cli-pager", "--no-paginate", "--no-cli-auto-prompt"},
            hidden = true)
    private boolean unusedFlag;

    public NotifyCommand(CommandContext context) {
        this.context = context;
        this.server = new EndpointOptions(context);
    }

    @Override
    public Integer call() {
        var read = new OutputArguments(context.folder()).read(outputs);
        server.client()
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
