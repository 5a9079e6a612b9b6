package openproton.cli;

import openproton.api.SerializationException;
import openproton.base.DataException;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.ExitCode;
import openproton.cli.terminal.Terminal;
import openproton.cli.wire.ServerException;
import openproton.render.BundleException;
import openproton.render.RenderException;
import openproton.render.spec.SpecException;
import picocli.CommandLine;

/// Turns the failure of a command into an exit status and one message without a stack trace.
record CommandErrors(Terminal terminal) {
    private static final String PROGRAM = "openproton";

    /// The command failed.
    int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        ExitCode code = switch (failure) {
            case CommandFailure known -> known.exitCode();
            case ServerException known -> known.exitCode();
            default -> ExitCode.FAILED;
        };
        terminal.error(PROGRAM, message(failure));
        return code.status();
    }

    private static String message(Exception failure) {
        return switch (failure) {
            case CommandFailure known -> known.getMessage();
            case ServerException known -> "%s (%s)".formatted(known.getMessage(), known.type());
            case BundleException known -> known.getMessage();
            case RenderException known -> known.getMessage();
            case SpecException known -> known.getMessage();
            case DataException known -> String.valueOf(known.getMessage());
            case SerializationException known -> "cannot read the server's answer: " + known.getMessage();
            default -> "internal error, please report it: " + failure;
        };
    }

    /// The command line is wrong.
    int misunderstood(CommandLine.ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        terminal.error(PROGRAM, String.valueOf(error.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(error, terminal.err());
        terminal.note("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE.status();
    }
}
