package openproton.provision.terraform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import openproton.provision.DeploymentLog;
import openproton.provision.Engine;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.provision.Progress;
import openproton.provision.command.CommandEngine;

/// Plans and applies Terraform bundles: each order is a build that runs OpenTofu or Terraform.
///
/// [CommandEngine] queues and limits the builds, finds them after a restart, and runs none twice. Terraform reaches
/// its state with the variables `TF_HTTP_…` of the order, so no file holds a credential.
public final class TerraformEngine implements Engine {
    private static final String PLANS = "plan-";
    private static final Duration PLAN_TIME_MAX = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final CommandEngine builds;
    private final DeploymentLog logs;
    private final TerraformBuild recipe;
    private final Consumer<Duration> rest;
    private final Set<String> planning = ConcurrentHashMap.newKeySet();

    /// @param builds runs the commands
    /// @param logs the logs of its builds
    /// @param rest waits between two looks at a plan
    public TerraformEngine(
            CommandEngine builds, DeploymentLog logs, TerraformSettings settings, Consumer<Duration> rest) {
        this.builds = builds;
        this.logs = logs;
        this.recipe = new TerraformBuild(settings, script());
        this.rest = rest;
    }

    @Override
    public void start(Order order) {
        builds.start(recipe.order(order));
    }

    @Override
    public Progress look(String deploymentId) {
        return switch (builds.look(deploymentId)) {
            case Progress.Finished _ -> new Progress.Finished(outputs(deploymentId), made(deploymentId));
            case Progress.Running running -> running;
            case Progress.Broken broken -> broken;
            case Progress.Cancelled cancelled -> cancelled;
        };
    }

    @Override
    public Duration lookAgainIn(String deploymentId) {
        return builds.lookAgainIn(deploymentId);
    }

    @Override
    public void cancel(String deploymentId) {
        builds.cancel(deploymentId);
    }

    private Map<String, String> outputs(String deploymentId) {
        return builds.outputsFile(deploymentId).map(TerraformJson::outputs).orElse(Map.of());
    }

    /// The resources of the state. Only their names are kept: the rest of a state is secret.
    private List<Progress.Resource> made(String deploymentId) {
        List<Progress.Resource> made = builds.keptFile(deploymentId, TerraformBuild.RESOURCES)
                .map(TerraformJson::resources)
                .orElse(List.of());
        if (!made.isEmpty()) {
            builds.replaceKept(deploymentId, TerraformBuild.RESOURCES, TerraformJson.namesOnly(made));
        }
        return made;
    }

    @Override
    public Plan plan(Order order) {
        String build = PLANS + order.deploymentId();
        planning.add(build);
        try {
            removeOldPlans();
            builds.start(recipe.planning(order, build));
            return planned(build);
        } finally {
            planning.remove(build);
            removeOldPlans();
        }
    }

    private Plan planned(String build) {
        Duration left = PLAN_TIME_MAX;
        while (builds.look(build) instanceof Progress.Running) {
            if (left.isNegative()) {
                builds.cancel(build);
                return new Plan.Unknown("The plan was not made within %d seconds; other builds may be running."
                        .formatted(PLAN_TIME_MAX.toSeconds()));
            }
            rest.accept(PAUSE);
            left = left.minus(PAUSE);
        }
        return switch (builds.look(build)) {
            case Progress.Finished _ -> known(build);
            case Progress.Broken(var why) -> new Plan.Unknown(why);
            case Progress.Running _, Progress.Cancelled _ -> new Plan.Unknown("The plan was ended from outside.");
        };
    }

    private Plan known(String build) {
        return new Plan.Known(
                builds.keptFile(build, TerraformBuild.PLAN)
                        .map(TerraformJson::changes)
                        .orElse(List.of()),
                builds.keptFile(build, TerraformBuild.PLAN_TEXT).orElse(""));
    }

    /// Removes finished plans, also those of an earlier server: each plan is returned once.
    private void removeOldPlans() {
        Path folder = logs.data().resolve("builds");
        try (var all = Files.list(folder)) {
            all.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.startsWith(PLANS) && !planning.contains(name))
                    .filter(name -> !(builds.look(name) instanceof Progress.Running))
                    .forEach(logs::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script() {
        try (var stream = TerraformEngine.class.getResourceAsStream("terraform.sh")) {
            if (stream == null) {
                throw new IllegalStateException("the script terraform.sh is missing in this program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
