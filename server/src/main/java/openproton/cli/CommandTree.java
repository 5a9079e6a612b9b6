package openproton.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openproton.cli.command.DeleteCommand;
import openproton.cli.command.LogsCommand;
import openproton.cli.command.NotifyCommand;
import openproton.cli.command.RollbackCommand;
import openproton.cli.command.StatusCommand;
import openproton.cli.command.deploy.DeployCommands;
import openproton.cli.command.plan.PlanCommand;
import openproton.cli.command.template.TemplateCommands;
import openproton.cli.follow.TargetKind;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.ExitCode;
import openproton.cli.tour.QuickstartCommand;
import openproton.cli.tour.ServerStarter;
import openproton.render.TemplateEngine;
import openproton.render.bundle.TemplateKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/// The table of contents of the command line.
///
/// @param jinja renders templates without a server
/// @param starter starts a server in this process
public record CommandTree(CommandContext context, TemplateEngine jinja, ServerStarter starter) {
    private static final int HELP_COLUMNS = 80;

    /// The command `openproton` itself.
    @Command(
            name = "openproton",
            description = "Register infrastructure templates, and deploy environments and services from them.",
            versionProvider = ProgramVersion.class,
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Start here: openproton quickstart",
                "",
                "Exit status: 0 success; 1 failed, or the input is not valid; 2 wrong usage; 3 the server does not"
                        + " answer, or denies access"
            })
    private static final class Root {}

    /// A word with commands below it.
    @Command(synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    /// The whole command line.
    ///
    /// @param roof commands that need the server itself, by name
    public CommandLine commandLine(Map<String, Object> roof) {
        var root = new CommandLine(new Root());
        root.addSubcommand("quickstart", new QuickstartCommand(context, starter));
        roof.forEach(root::addSubcommand);
        root.addSubcommand(
                        "template",
                        group(
                                "Check, render, test and register template bundles.",
                                TemplateCommands.all(context, jinja)))
                .addSubcommand(
                        "deploy", group("Create or update an environment or a service.", DeployCommands.all(context)))
                .addSubcommand("status", new StatusCommand(context))
                .addSubcommand("logs", new LogsCommand(context))
                .addSubcommand("plan", new PlanCommand(context, jinja))
                .addSubcommand("rollback", new RollbackCommand(context))
                .addSubcommand("delete", new DeleteCommand(context))
                .addSubcommand("notify", new NotifyCommand(context));
        return configured(root);
    }

    /// A word with commands below it.
    ///
    /// @param commands by name
    public static CommandLine group(String description, Map<String, Object> commands) {
        var group = new CommandLine(new Group());
        group.getCommandSpec().usageMessage().description(description);
        List<String> names = commands.keySet().stream().sorted().toList();
        names.forEach(name -> group.addSubcommand(name, commands.get(name)));
        return group;
    }

    private CommandLine configured(CommandLine root) {
        var errors = new CommandErrors(context.terminal());
        configure(root);
        return root.setExecutionStrategy(this::execute)
                .setExecutionExceptionHandler(errors::failed)
                .setParameterExceptionHandler(errors::misunderstood)
                .registerConverter(TargetKind.class, text -> oneOf(text, TargetKind.values()))
                .registerConverter(TemplateKind.class, text -> oneOf(text, TemplateKind.values()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi()));
    }

    /// Runs the command; a word with commands below it shows its help.
    private int execute(CommandLine.ParseResult parsed) {
        CommandLine last = parsed.asCommandLineList().getLast();
        if (last.getCommand() instanceof Callable || last.isUsageHelpRequested() || last.isVersionHelpRequested()) {
            return new CommandLine.RunLast().execute(parsed);
        }
        last.usage(context.terminal().err());
        return ExitCode.USAGE.status();
    }

    private static <E extends Enum<E>> E oneOf(String text, E[] kinds) {
        return Stream.of(kinds)
                .filter(kind -> kind.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException("expected %s, not '%s'"
                        .formatted(
                                Stream.of(kinds)
                                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(" or ")),
                                text)));
    }

    private CommandLine.Help.Ansi ansi() {
        return context.terminal().colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
    }

    private static void configure(CommandLine command) {
        if (command.getCommandSpec().findOption("--version") == null) {
            command.getCommandSpec().mixinStandardHelpOptions(true);
        } else {
            command.getCommandSpec().addOption(help());
        }
        command.setUsageHelpWidth(HELP_COLUMNS);
        command.setUsageHelpAutoWidth(false);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.getSubcommands().values().forEach(CommandTree::configure);
    }

    /// The help option for commands that use `--version` for something else.
    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build();
    }
}
