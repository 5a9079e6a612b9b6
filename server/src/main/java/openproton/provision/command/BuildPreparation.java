package openproton.provision.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import openproton.base.Arn;
import openproton.base.DataException;
import openproton.base.FileTree;
import openproton.base.Json;
import openproton.provision.Disk;
import openproton.provision.Order;

/// Writes the folder of a build under a temporary name: complete, or as a refusal. Renaming the folder then starts
/// the build.
///
/// @param data the server's data folder
/// @param settings how builds are run
/// @param secrets where secret variables come from
/// @param path the PATH of the server
record BuildPreparation(Path data, CommandSettings settings, SecretSource secrets, String path) {

    private static final String EXPIRATION = "AWS_CREDENTIAL_EXPIRATION";

    /// Writes everything into `fresh`, which becomes the folder of `build` afterwards; paths in scripts are those of
    /// `build`.
    void write(Order order, Build build, Path fresh) {
        Disk.delete(fresh);
        Disk.makeFolder(fresh);
        try {
            var buildspec = buildspec(order);
            var variables = variables(order, buildspec, build);
            writeFiles(order.files(), fresh.resolve("work"));
            writeSession(new BuildScript(build, buildspec.commands()), fresh);
            writeCommands(variables, fresh.resolve("bin"));
            Disk.write(fresh.resolve("environment"), variables.script());
            Disk.write(fresh.resolve("masks"), variables.masks());
            Disk.write(fresh.resolve("run.sh"), Shell.script("run.sh"));
            Disk.write(fresh.resolve("log"), credentials(order) + greeting(buildspec));
            if (!buildspec.stop().isEmpty()) {
                Disk.write(fresh.resolve("stopping"), Json.write(buildspec.stop()));
            }
        } catch (BuildRefusal refusal) {
            new Build(fresh).refuse(refusal.why());
        }
    }

    private static Buildspec buildspec(Order order) {
        String file = switch (order.action()) {
            case PROVISION -> ".openproton/provision.buildspec.json";
            case DEPROVISION -> ".openproton/deprovision.buildspec.json";
        };
        String json = order.files()
                .text(file)
                .orElseThrow(() ->
                        new BuildRefusal("The rendered files have no %s, so there is nothing to run.".formatted(file)));
        try {
            return Buildspec.read(json);
        } catch (DataException e) {
            throw new BuildRefusal("%s %s".formatted(file, e.getMessage()));
        }
    }

    private BuildVariables variables(Order order, Buildspec buildspec, Build build) {
        var defaults = new LinkedHashMap<String, String>();
        defaults.put("RESOURCE_ARN", order.resourceArn());
        defaults.put("STACK_NAME", order.stackName());
        defaults.put("CODEBUILD_BUILD_ID", order.deploymentId());
        defaults.put("CODEBUILD_SRC_DIR", build.work().toString());
        defaults.put("PATH", path);
        var given = BuildVariables.of(account(order), order.means().environment(), buildspec, secrets);
        String region = given.values().get("AWS_REGION");
        if (region != null) {
            defaults.put("AWS_DEFAULT_REGION", region);
        }
        var all = given.withDefaults(defaults);
        return all.with("PATH", build.file("bin") + ":" + all.values().get("PATH"));
    }

    /// The account of the resource, even if it is provisioned in another one.
    private static String account(Order order) {
        return Arn.parse(order.resourceArn()).orElseThrow().account();
    }

    /// Leaves out the sample outputs of a bundle.
    private static void writeFiles(FileTree files, Path work) {
        Disk.makeFolder(work);
        files.without("proton-outputs.json")
                .files()
                .forEach((name, file) ->
                        Disk.write(work.resolve(name), file.content(), file.executable() ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private void writeSession(BuildScript session, Path fresh) {
        for (int number = 1; number <= session.commands().size(); number++) {
            Path file = fresh.resolve(session.build().folder().relativize(session.file(number)));
            Disk.write(file, session.commands().get(number - 1) + "\n");
        }
        Disk.write(fresh.resolve("session.sh"), session.script());
        Disk.write(fresh.resolve("session"), session.starter(settings.sandbox(), data));
    }

    /// Writes the commands that can send notifications. An AWS CLI that is installed stays in use.
    private void writeCommands(BuildVariables variables, Path bin) {
        Disk.makeFolder(bin);
        settings.launcher()
                .ifPresent(launcher -> command(
                        bin.resolve("openproton"),
                        "#!/bin/sh\nexec %s \"$@\"\n"
                                .formatted(Shell.quote(launcher.toAbsolutePath().toString()))));
        if (Shell.find("aws", variables.values().getOrDefault("PATH", path)).isEmpty()) {
            command(bin.resolve("aws"), Shell.script("aws.sh"));
        }
    }

    private static void command(Path file, String script) {
        Disk.write(file, script.getBytes(StandardCharsets.UTF_8), "rwxr-xr-x");
    }

    /// Names the role of the commands, which explains the answers of AWS.
    private static String credentials(Order order) {
        return order.means()
                .role()
                .map(role -> "[OpenProton] The commands have the credentials of the role %s until %s.%n"
                        .formatted(role, order.means().environment().getOrDefault(EXPIRATION, "they expire")))
                .orElse("");
    }

    private static String greeting(Buildspec buildspec) {
        if (buildspec.image().isEmpty() && buildspec.runtimes().isEmpty()) {
            return "";
        }
        return "[Container] The local runner uses what is installed on this machine; the bundle "
                + "asks for the image '%s' and runtimes %s.%n".formatted(buildspec.image(), buildspec.runtimes());
    }
}
