package openproton.provision.terraform;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openproton.base.FileTree;
import openproton.provision.DeploymentLog;
import openproton.provision.Order;
import openproton.provision.Progress;
import openproton.provision.command.CommandEngine;
import openproton.provision.command.CommandSettings;
import openproton.provision.command.SecretFolder;
import openproton.provision.terraform.TerraformSettings.Backends;

/// A data folder with real builds of a real Terraform, whose states are files in it.
final class TerraformWorld {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Path data;
    final DeploymentLog log;
    private TerraformSettings settings = settings("", Backends.KEEP);
    private TerraformEngine engine;

    TerraformWorld(Path data) {
        this.data = data;
        this.log = new DeploymentLog(data);
        this.engine = open();
    }

    static TerraformSettings settings(String command, Backends backends) {
        return new TerraformSettings(command, backends, Duration.ofSeconds(20), Map.of("FROM_SETTINGS", "yes"));
    }

    TerraformEngine engine() {
        return engine;
    }

    void restart() {
        engine = open();
    }

    void restart(TerraformSettings with) {
        settings = with;
        restart();
    }

    private TerraformEngine open() {
        var limits = new CommandSettings.Limits(Duration.ofMinutes(5), Duration.ofSeconds(30), 1_000_000, 100_000_000);
        var builds = new CommandSettings(2, limits, CommandSettings.Sandbox.NONE, Optional.empty());
        return new TerraformEngine(
                new CommandEngine(
                        data, builds, new SecretFolder(data.resolve("secrets"), "000000000000"), Clock.systemUTC()),
                log,
                settings,
                TerraformWorld::rest);
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// An order with one file, whose state is a file of this world.
    Order order(String id, String text) {
        String backend = "terraform {\n  backend \"local\" {\n    path = \"%s\"\n  }\n}\n"
                .formatted(data.resolve("terraform.tfstate"));
        return order(
                id,
                Order.Action.PROVISION,
                FileTree.EMPTY.with("backend.tf", backend).with("main.tf", text));
    }

    Order order(String id, String text, Map<String, String> others) {
        FileTree files = order(id, text).files();
        for (Map.Entry<String, String> other : others.entrySet()) {
            files = files.with(other.getKey(), other.getValue());
        }
        return order(id, Order.Action.PROVISION, files);
    }

    static Order order(String id, Order.Action action, FileTree files) {
        return new Order(
                id,
                action,
                new Order.Subject("arn:aws:proton:eu-west-1:000000000000:environment/prod", "AWSProton-prod", Map.of()),
                files,
                new Order.Means("000000000000", "eu-west-1", Optional.empty(), Map.of(), Optional.empty()));
    }

    static Order removing(Order order, String id) {
        return order(id, Order.Action.DEPROVISION, order.files());
    }

    Progress end(String id) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> engine.look(id), progress -> !(progress instanceof Progress.Running));
    }

    String why(String id) {
        return end(id) instanceof Progress.Broken(var why) ? why : "not broken: " + end(id);
    }

    String log(String id) {
        return log.read(id, 0, 1_000_000).text();
    }

    void awaitLog(String id, String text) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> log(id), printed -> printed.contains(text));
    }

    /// A command of a provisioner that waits until a file of this name is there.
    String gate(String name) {
        return "while [ ! -e '%s' ]; do sleep 0.05; done".formatted(data.resolve(name));
    }

    /// A command of a provisioner that leaves a line in a file.
    String mark(String name) {
        return "echo x >>'%s'".formatted(data.resolve(name));
    }

    int marks(String name) {
        try {
            Path file = data.resolve(name);
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        for (String id : Objects.requireNonNull(data.resolve("builds").toFile().list())) {
            engine.cancel(id);
            end(id);
        }
    }
}
