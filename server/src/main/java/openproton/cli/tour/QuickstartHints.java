package openproton.cli.tour;

import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import openproton.cli.terminal.Terminal;

/// Tells the user what to look at once the sample is deployed.
record QuickstartHints(Terminal terminal, QuickstartFiles files, URI address) {

    /// @param pages the address of each web page, by instance
    void ofPages(Map<String, URI> pages) {
        terminal.say("");
        terminal.title("Open in a browser:");
        pages.forEach((name, page) -> terminal.say("  %-8s %s".formatted(name, page)));
        show(
                "aws proton list-services",
                "aws proton get-environment --name %s".formatted(QuickstartSample.ENVIRONMENT),
                "aws proton list-service-instances --service-name %s".formatted(QuickstartSample.SERVICE),
                "aws proton list-service-instance-outputs --service-name %s --service-instance-name blue"
                        .formatted(QuickstartSample.SERVICE));
        terminal.say("");
        terminal.title("Or with bin/openproton, in another terminal:");
        terminal.say("  openproton status");
        terminal.say("  openproton logs service %s".formatted(QuickstartSample.SERVICE));
    }

    void ofSelfManaged() {
        show(
                "git -C '%s' log --oneline --graph".formatted(files.repository()),
                "aws proton get-environment --name %s".formatted(ReviewedEnvironment.NAME));
    }

    private void show(String... commands) {
        terminal.say("");
        terminal.title("Look around with the AWS CLI, as with AWS Proton:");
        terminal.say("  export AWS_SHARED_CREDENTIALS_FILE='%s'"
                .formatted(files.data().resolve("credentials")));
        terminal.say("  export AWS_ENDPOINT_URL_PROTON=%s AWS_DEFAULT_REGION=us-east-1".formatted(address));
        Stream.of(commands).forEach(line -> terminal.say("  " + line));
    }
}
