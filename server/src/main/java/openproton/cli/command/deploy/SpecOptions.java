package openproton.cli.command.deploy;

import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.TextFile;
import picocli.CommandLine.Option;

/// The options of deployments from a spec.
final class SpecOptions {
    @Option(names = "--spec", required = true, paramLabel = "FILE", description = "The spec, a YAML file.")
    private String spec = "";

    @Option(names = "--again", description = "Deploy again what is up to date.")
    private boolean again;

    String read(CommandContext context) {
        return TextFile.read(context.resolve(spec));
    }

    boolean again() {
        return again;
    }
}
