package openproton.cli.command.template;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.cli.command.EndpointOptions;
import openproton.cli.offline.BundleFolder;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.ExitCode;
import openproton.cli.wire.TemplateCalls;
import openproton.cli.wire.TemplateReference;
import openproton.render.bundle.TemplateKind;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `openproton template push`: registers a bundle folder as a version of a template, and publishes the version.
@Command(
        name = "push",
        description = {
            "Register a bundle folder as a new version of a template, and publish the version.",
            "Creates the template when it does not exist. Registers nothing when the newest version has the same"
                    + " bundle."
        },
        footer = {
            "",
            "Examples:",
            "  openproton template push templates/web-environment \\",
            "      --name web-environment",
            "  openproton template push templates/web-service --name web-service \\",
            "      --compatible web-environment:1",
            "  openproton template push ./my-service --name my-service \\",
            "      --compatible vpc:2 --new-major --draft"
        })
final class PushCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final EndpointOptions server;

    @Parameters(paramLabel = "DIR", description = "The folder that contains schema/schema.yaml.")
    private String folder = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "The name of the template.")
    private String name = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "environment or service. Default: decided by the folders of the bundle.")
    private Optional<TemplateKind> kind = Optional.empty();

    @ArgGroup
    private MajorOptions major = new MajorOptions();

    @Option(
            names = "--compatible",
            arity = "1..*",
            paramLabel = "TEMPLATE:MAJOR",
            description = "The environment templates that instances of the service template can be deployed into.")
    private List<String> compatible = List.of();

    @Option(
            names = "--components",
            description = "Allow components to be attached to instances of the service template.")
    private boolean components;

    @Option(names = "--display-name", paramLabel = "TEXT", description = "The display name of a new template.")
    private Optional<String> displayName = Optional.empty();

    @Option(names = "--description", paramLabel = "TEXT", description = "The description of a new template.")
    private Optional<String> description = Optional.empty();

    @Option(names = "--draft", description = "Do not publish the version.")
    private boolean draft;

    PushCommand(CommandContext context) {
        this.context = context;
        this.server = new EndpointOptions(context);
    }

    @Override
    public Integer call() {
        var bundle = BundleFolder.read(context.resolve(folder));
        TemplateKind found = kind.orElse(bundle.kind());
        var environments =
                compatible.stream().map(TemplateReference::compatible).toList();
        if (found == TemplateKind.SERVICE && environments.isEmpty()) {
            throw CommandFailure.wrongUsage(
                    "a service template needs --compatible TEMPLATE:MAJOR, the environment template to deploy into");
        }
        var push = new TemplatePush(new TemplateCalls(server.client(), found), context, name);
        push.create(bundle, new TemplateCalls.Titles(displayName, description));
        var version = push.register(bundle, major.choice(), new TemplateCalls.CompatibleWith(environments, components));
        if (!draft) {
            push.publish(version);
        }
        context.terminal().say("%s:%s".formatted(name, version.number()));
        return ExitCode.OK.status();
    }

    /// The options that choose the major version of the new version.
    private static final class MajorOptions {
        @Option(
                names = "--major",
                paramLabel = "N",
                description = "Register a minor version of this major version. Default: the newest major version.")
        private Optional<String> major = Optional.empty();

        @Option(names = "--new-major", description = "Register a new major version.")
        private boolean isNew;

        MajorChoice choice() {
            if (isNew) {
                return new MajorChoice.Next();
            }
            return major.<MajorChoice>map(MajorChoice.Named::new).orElse(new MajorChoice.Newest());
        }
    }
}
