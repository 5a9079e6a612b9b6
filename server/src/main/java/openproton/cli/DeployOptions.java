package openproton.cli;

import java.util.Set;
import picocli.CommandLine.Option;

/// The flags that every deployment takes.
final class DeployOptions {
    @Option(
            names = "--template",
            required = true,
            paramLabel = "NAME[:MAJOR[.MINOR]]",
            description = "The template; without a version, the recommended one.")
    private String template = "";

    @Option(names = "--no-wait", description = "Do not follow the deployment.")
    private boolean noWait;

    TemplateChoice template() {
        return TemplateChoice.parse(template);
    }

    static CommandFailure noTemplate(String kind, TemplateChoice choice) {
        return new CommandFailure(
                ExitCode.FAILED,
                "there is no %s template '%s'; register one with 'openproton template push'"
                        .formatted(kind, choice.name()));
    }

    /// Follows what was started, shows the outputs, and says whether it went well.
    int finish(ApiClient client, Outside outside, Followed followed, Set<String> old) {
        if (noWait) {
            outside.terminal().note("Started. Follow it with: %s".formatted(followed.logsCommand()));
            return ExitCode.OK.status();
        }
        return follow(client, outside, followed, old);
    }

    /// Follows a deployment that was started, shows the outputs, and says whether it went well.
    static int follow(ApiClient client, Outside outside, Followed followed, Set<String> old) {
        var follower = new Follower(client, outside, "The deployment");
        if (follower.follow(followed, old) != Follower.End.SUCCEEDED) {
            return ExitCode.FAILED.status();
        }
        follower.showOutputs(followed);
        return ExitCode.OK.status();
    }
}
