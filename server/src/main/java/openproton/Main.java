package openproton;

import java.io.Console;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import openproton.admin.AdminCommands;
import openproton.admin.ServeCommand;
import openproton.admin.TrainingRun;
import openproton.cli.CommandFailure;
import openproton.cli.CommandTree;
import openproton.cli.ExitCode;
import openproton.cli.Outside;
import openproton.cli.ServerStarter;
import openproton.cli.Terminal;
import openproton.render.jinja.Jinja;
import openproton.settings.Setting;
import openproton.settings.Settings;
import picocli.CommandLine;

/// Where the program begins.
public final class Main {
    /// The web server logs its start through the JDK, which no reader of our log needs.
    private static final Logger WEB_SERVER = Logger.getLogger("io.helidon");

    private Main() {}

    /// Runs one command and ends with its exit status.
    public static void main(String[] arguments) {
        WEB_SERVER.setLevel(Level.WARNING);
        System.exit(commandLine(outside()).execute(arguments));
    }

    /// Every command: those of the wire, and those that need the house itself.
    static CommandLine commandLine(Outside outside) {
        var roof = new LinkedHashMap<String, Object>();
        roof.put("serve", new ServeCommand(RunningServer::start));
        roof.put("admin", AdminCommands.group(outside.variables()));
        roof.put("rehearse", new TrainingRun(outside, RunningServer::start, Main::commandLine));
        return new CommandTree(outside, new Jinja(System::nanoTime), Main::start).commandLine(roof);
    }

    private static Outside outside() {
        Path home = Path.of(System.getProperty("openproton.home", ".")).toAbsolutePath();
        boolean colours = hasTerminal() && System.getenv("NO_COLOR") == null;
        return new Outside(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                home,
                new Terminal(System.out, System.err, colours),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
    }

    /// Where standard output goes to a file or a pipe, the console is not a terminal.
    private static boolean hasTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private static ServerStarter.Running start(ServerStarter.Order order) {
        var flags = Map.of(
                Setting.DATA.key(), order.data().toString(),
                Setting.HOST.key(), order.host(),
                Setting.PORT.key(), Integer.toString(order.port()));
        var variables = new HashMap<>(System.getenv());
        variables.putAll(order.variables());
        try {
            return new Started(RunningServer.start(Settings.read(flags, variables, Path.of(""))));
        } catch (IllegalArgumentException refusal) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(refusal.getMessage()));
        }
    }

    /// A server in this process, which ends in good order also on ctrl-C.
    private static final class Started implements ServerStarter.Running {
        private final RunningServer server;
        private final Thread hook;

        private Started(RunningServer server) {
            this.server = server;
            this.hook = new Thread(server::close, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
        }

        @Override
        public URI address() {
            return server.address();
        }

        @Override
        public void close() {
            Runtime.getRuntime().removeShutdownHook(hook);
            server.close();
        }
    }
}
