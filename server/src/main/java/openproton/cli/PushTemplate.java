package openproton.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.api.CompatibleEnvironmentTemplateInput;
import openproton.render.bundle.TemplateKind;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Registers a bundle folder as a version of a template and publishes it.
@Command(
        name = "push",
        description = {
            "Register a bundle folder as a version of a template, and publish it.",
            "The template is created when it is missing. A bundle that is the newest version already is not registered",
            "twice."
        },
        footer = {
            "",
            "Examples:",
            "  openproton template push templates/web-environment --name web-environment",
            "  openproton template push templates/web-service --name web-service --compatible web-environment:1",
            "  openproton template push ./my-service --name my-service --new-major --draft --compatible vpc:2"
        })
final class PushTemplate implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private ServerChoice server = new ServerChoice();

    @Parameters(paramLabel = "DIR", description = "The folder that holds schema/schema.yaml.")
    private String folder = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "The template.")
    private String name = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "environment or service; default: as its folders tell.")
    private Optional<TemplateKind> kind = Optional.empty();

    @ArgGroup
    private MajorChoice majorChoice = new MajorChoice();

    @Option(
            names = "--compatible",
            arity = "1..*",
            paramLabel = "TEMPLATE:MAJOR",
            description = "Services: environment templates that it can be deployed into.")
    private List<String> compatible = List.of();

    @Option(names = "--components", description = "Services: components can be attached to the instances.")
    private boolean components;

    @Option(names = "--display-name", paramLabel = "TEXT", description = "For a new template.")
    private Optional<String> displayName = Optional.empty();

    @Option(names = "--description", paramLabel = "TEXT", description = "For a new template.")
    private Optional<String> description = Optional.empty();

    @Option(names = "--draft", description = "Do not publish the version.")
    private boolean draft;

    PushTemplate(Outside outside) {
        this.outside = outside;
    }

    /// Where the version is counted.
    private static final class MajorChoice {
        @Option(
                names = "--major",
                paramLabel = "N",
                description = "Next minor version of this one; default: the newest.")
        private Optional<String> major = Optional.empty();

        @Option(names = "--new-major", description = "Start a new major version.")
        private boolean next;

        TemplatePush.Line line() {
            if (next) {
                return new TemplatePush.Line.Next();
            }
            return major.<TemplatePush.Line>map(TemplatePush.Line.Named::new).orElse(new TemplatePush.Line.Newest());
        }
    }

    @Override
    public Integer call() {
        var bundle = BundleFolder.read(outside.resolve(folder));
        TemplateKind found = kind.orElse(bundle.kind());
        var templates = compatible.stream().map(PushTemplate::compatible).toList();
        if (found == TemplateKind.SERVICE && templates.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "a service template needs --compatible TEMPLATE:MAJOR, the environments it fits into");
        }
        var push = new TemplatePush(server.client(outside), outside);
        var fit = new TemplateCalls.Fit(templates, components);
        var titles = new TemplateCalls.Titles(displayName, description);
        var version = push.push(new TemplatePush.Order(name, bundle, found, titles, majorChoice.line(), fit));
        if (!draft) {
            push.publish(found, name, version);
        }
        outside.terminal().say("%s:%s".formatted(name, version.number()));
        return ExitCode.OK.status();
    }

    static CompatibleEnvironmentTemplateInput compatible(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("\\d+")) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'%s' names no environment template; expected TEMPLATE:MAJOR, such as vpc:1".formatted(text));
        }
        return new CompatibleEnvironmentTemplateInput(text.substring(0, colon), text.substring(colon + 1));
    }
}
