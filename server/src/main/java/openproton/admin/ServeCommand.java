package openproton.admin;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import openproton.cli.ServerStarter;
import openproton.settings.Setting;
import openproton.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `openproton serve`: runs the server until ctrl-C or SIGTERM.
@Command(
        name = "serve",
        description = "Run the server until ctrl-C or SIGTERM.",
        footer = {
            "",
            "Point any AWS client at it:",
            "  export AWS_SHARED_CREDENTIALS_FILE=data/credentials AWS_DEFAULT_REGION=us-east-1",
            "  export AWS_ENDPOINT_URL_PROTON=http://127.0.0.1:7720",
            "  aws proton list-services",
            "",
            "Every setting also comes from OPENPROTON_* variables and openproton.yaml: docs/configuration.md"
        })
public final class ServeCommand implements Callable<Integer> {
    private static final int EXIT_USAGE = 2;

    private final Function<Settings, ServerStarter.Running> start;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that everything lives in (default: ./data).")
    private @Nullable String data;

    @Option(names = "--port", paramLabel = "N", description = "The port to listen on (default: 7720; 0: any free one).")
    private @Nullable String port;

    @Option(names = "--host", paramLabel = "H", description = "The address to listen on (default: 127.0.0.1).")
    private @Nullable String host;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "A JDBC address such as jdbc:postgresql://host/name (default: SQLite in the data folder).")
    private @Nullable String database;

    /// @param start starts a server; when it returns, the server answers
    public ServeCommand(Function<Settings, ServerStarter.Running> start) {
        this.start = start;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            serve(Settings.read(flags(), System.getenv(), Path.of("")));
            return 0;
        } catch (IllegalArgumentException | IllegalStateException refusal) {
            System.err.println("openproton: " + refusal.getMessage());
            return EXIT_USAGE;
        }
    }

    private Map<String, String> flags() {
        var flags = new LinkedHashMap<String, String>();
        put(flags, Setting.DATA, data);
        put(flags, Setting.PORT, port);
        put(flags, Setting.HOST, host);
        put(flags, Setting.DATABASE, database);
        return flags;
    }

    private static void put(Map<String, String> flags, Setting setting, @Nullable String value) {
        if (value != null) {
            flags.put(setting.key(), value);
        }
    }

    private void serve(Settings settings) throws InterruptedException {
        ServerStarter.Running server = start.apply(settings);
        var stop = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stop.countDown();
        }));
        System.out.println("OpenProton is ready at " + server.address());
        stop.await();
    }
}
