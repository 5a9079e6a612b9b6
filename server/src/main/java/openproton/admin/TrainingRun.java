package openproton.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import openproton.cli.Outside;
import openproton.cli.ServerStarter;
import openproton.cli.Terminal;
import openproton.settings.Setting;
import openproton.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `openproton rehearse`: the training run of the JDK's AOT cache. Starts a server in a temporary folder and calls it,
/// so that Java records the classes that a start loads.
///
/// @param commandLine every command, for an audience
@Command(name = "rehearse", hidden = true)
public record TrainingRun(
        Outside outside, Function<Settings, ServerStarter.Running> start, Function<Outside, CommandLine> commandLine)
        implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("openproton-rehearsal");
        try {
            var settings = new Settings(
                    Map.of(Setting.DATA.key(), data.toString(), Setting.PORT.key(), "0"), Map.of(), Map.of());
            try (var server = start.apply(settings)) {
                play(data, server.address());
            }
            return 0;
        } finally {
            remove(data);
        }
    }

    private void play(Path data, URI address) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var variables = Map.of(
                "AWS_ENDPOINT_URL_PROTON", address.toString(),
                "AWS_SHARED_CREDENTIALS_FILE", data.resolve("credentials").toString());
        var audience = new Outside(
                variables, data, outside.home(), new Terminal(nowhere, nowhere, false), outside.clock(), outside.ids());
        String bundle = outside.home().resolve("templates/web-environment").toString();
        String spec = bundle + "/spec.yaml";
        var commands = commandLine.apply(audience);
        commands.execute("template", "render", bundle, "--spec", spec);
        commands.execute("template", "push", bundle, "--name", "rehearsal");
        commands.execute("notify", "--resource-arn", "arn:aws:proton:us-east-1:000000000000:environment/none");
        commands.execute("status");
    }

    private static void remove(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
