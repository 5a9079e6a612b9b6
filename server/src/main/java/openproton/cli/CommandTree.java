package openproton.cli;

import java.util.List;
import java.util.Map;
import openproton.render.TemplateEngine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/// The table of contents of the command line.
///
/// @param jinja evaluates templates offline
/// @param starter starts a server in this process
public record CommandTree(Outside outside, TemplateEngine jinja, ServerStarter starter) {

    /// What `openproton` alone says; help for everything else hangs below it.
    @Command(
            name = "openproton",
            description = "A self-hosted successor of AWS Proton.",
            versionProvider = ProgramVersion.class,
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Start here:  openproton quickstart",
                "Exit status: 0 all right, 1 failed or invalid, 2 wrong usage, 3 no answer or not allowed"
            })
    private static final class Root {}

    /// A word that only has commands below it.
    @Command(synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    /// The whole command line.
    ///
    /// @param roof commands that need more than the wire: name to command
    public CommandLine commandLine(Map<String, Object> roof) {
        var root = new CommandLine(new Root());
        root.addSubcommand("quickstart", new QuickstartCommand(outside, starter));
        roof.forEach(root::addSubcommand);
        root.addSubcommand(
                        "template",
                        group(
                                "Template bundles: check, look, register.",
                                Map.of(
                                        "validate", new ValidateTemplate(outside, jinja),
                                        "render", new RenderTemplate(outside, jinja),
                                        "test", new TestTemplates(outside, jinja),
                                        "push", new PushTemplate(outside))))
                .addSubcommand(
                        "deploy",
                        group(
                                "Create or update an environment or a service.",
                                Map.of(
                                        "environment", new DeployEnvironment(outside),
                                        "service", new DeployService(outside),
                                        "synced-service", new DeploySyncedService(outside))))
                .addSubcommand("status", new StatusCommand(outside))
                .addSubcommand("logs", new LogsCommand(outside))
                .addSubcommand("plan", new PlanCommand(outside, jinja))
                .addSubcommand("rollback", new RollbackCommand(outside))
                .addSubcommand("delete", new DeleteCommand(outside))
                .addSubcommand("notify", new NotifyCommand(outside));
        return answering(root);
    }

    /// A command with others below it.
    public static CommandLine group(String description, Map<String, Object> commands) {
        var group = new CommandLine(new Group());
        group.getCommandSpec().usageMessage().description(description);
        List<String> names = commands.keySet().stream().sorted().toList();
        names.forEach(name -> group.addSubcommand(name, commands.get(name)));
        return group;
    }

    private CommandLine answering(CommandLine root) {
        var answers = new Answers(outside.terminal());
        everyCommand(root);
        return root.setExecutionStrategy(answers::execute)
                .setExecutionExceptionHandler(answers::failed)
                .setParameterExceptionHandler(answers::misunderstood)
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi()));
    }

    private CommandLine.Help.Ansi ansi() {
        return outside.terminal().colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
    }

    /// For commands with a `--version` of their own.
    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build();
    }

    private static void everyCommand(CommandLine command) {
        if (command.getCommandSpec().findOption("--version") == null) {
            command.getCommandSpec().mixinStandardHelpOptions(true);
        } else {
            command.getCommandSpec().addOption(help());
        }
        command.setUsageHelpWidth(110);
        command.setUsageHelpAutoWidth(false);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.getSubcommands().values().forEach(CommandTree::everyCommand);
    }
}
