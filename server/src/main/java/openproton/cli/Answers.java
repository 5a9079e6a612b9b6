package openproton.cli;

import java.util.concurrent.Callable;
import openproton.api.SerializationException;
import openproton.base.DataException;
import openproton.render.BundleException;
import openproton.render.RenderException;
import openproton.render.spec.SpecException;
import picocli.CommandLine;

/// Turns how a command ended into an exit status and, where it went wrong, one message without a stack trace.
record Answers(Terminal terminal) {

    /// Runs the command that was named; a word without a command below it shows its help.
    int execute(CommandLine.ParseResult parsed) {
        CommandLine last = last(parsed);
        if (last.getCommand() instanceof Runnable
                || last.getCommand() instanceof Callable
                || CommandLine.printHelpIfRequested(parsed)) {
            return new CommandLine.RunLast().execute(parsed);
        }
        last.usage(terminal.err());
        return ExitCode.USAGE.status();
    }

    private static CommandLine last(CommandLine.ParseResult parsed) {
        return parsed.asCommandLineList().getLast();
    }

    int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        ExitCode code = switch (failure) {
            case CommandFailure known -> known.exitCode();
            case ApiFailure known -> known.exitCode();
            default -> ExitCode.FAILED;
        };
        terminal.note(terminal.tinted(Terminal.Tone.BAD, "openproton: ") + message(failure));
        return code.status();
    }

    private static String message(Exception failure) {
        return switch (failure) {
            case CommandFailure known -> known.getMessage();
            case ApiFailure known -> "%s (%s)".formatted(known.getMessage(), known.type());
            case BundleException known -> known.getMessage();
            case RenderException known -> known.getMessage();
            case SpecException known -> known.getMessage();
            case DataException known -> String.valueOf(known.getMessage());
            case SerializationException known -> "the server's answer cannot be read: " + known.getMessage();
            default -> "this should not happen, please report it: " + failure;
        };
    }

    int misunderstood(CommandLine.ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        terminal.note(terminal.tinted(Terminal.Tone.BAD, "openproton: ") + problem.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, terminal.err());
        terminal.note("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE.status();
    }
}
