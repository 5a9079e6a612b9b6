package openproton.provision.command;

import static openproton.provision.command.CommandWorld.buildspec;
import static openproton.provision.command.CommandWorld.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.base.FileTree;
import openproton.provision.Order;
import openproton.provision.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/// What a build sees: variables, secrets, commands, and what nobody else sees of them.
class BuildEnvironmentTest {
    private static final String A = "build-a";
    private static final String FIRST = "000000000000";
    private static final Map<String, String> CREDENTIALS = Map.of(
            "AWS_REGION",
            "eu-west-1",
            "AWS_ACCESS_KEY_ID",
            "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY",
            "it's \"very\" $ecret");

    @TempDir
    Path data;

    private CommandWorld world;
    private SecretFolder secrets;

    @BeforeEach
    void open() {
        world = new CommandWorld(data, 1);
        secrets = new SecretFolder(data.resolve("secrets"), FIRST);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void variablesComeFromTheOrderAndTheManifest() {
        start(buildspec(
                "{\"variables\": {\"STAGE\": \"it's dev\", \"COUNT\": 3}, \"parameter-store\": {\"A\": \"b\"}}",
                "echo \"$STAGE $COUNT $AWS_REGION $AWS_DEFAULT_REGION\"",
                "echo $RESOURCE_ARN $STACK_NAME"));

        assertThat(world.end(A)).isInstanceOf(Progress.Finished.class);
        assertThat(world.log(A))
                .contains("\nit's dev 3 eu-west-1 eu-west-1\n")
                .contains("\narn:aws:proton:eu-west-1:000000000000:environment/prod AWSProton-prod\n");
    }

    @Test
    void variablesOfTheServerStayInTheServer() {
        var inherited =
                Map.of("PATH", System.getenv("PATH"), "OPENPROTON_PASSWORD", "x", "AWS_PROFILE", "y", "LC_ALL", "C");
        world.use(world.open(new BuildLauncher(inherited), _ -> {}));
        world.engine().start(order(A, "env"));
        world.end(A);

        assertThat(world.log(A)).contains("LC_ALL=C\n").doesNotContain("OPENPROTON_PASSWORD", "AWS_PROFILE");
    }

    @Test
    void secretsReachTheBuildAndNotTheLog() {
        CommandWorld.write(data.resolve("secrets/prod/db"), "{\"user\": \"me\", \"password\": \"pa*s'w\\\\ord\"}");
        start(buildspec(
                "{\"secrets-manager\": {\"DB\": \"prod/db:password\"}}",
                "printf '%s|%s\\n' \"$DB\" \"$AWS_SECRET_ACCESS_KEY$DB\"",
                "test ${#DB} = 10"));

        assertThat(world.end(A)).isInstanceOf(Progress.Finished.class);
        assertThat(world.log(A)).contains("\n***|******\n").doesNotContain("s'w", "$ecret");
    }

    @Test
    void aSecretThatIsMissingIsNamedBeforeAnyCommandIsRun() {
        start(buildspec("{\"secrets-manager\": {\"DB\": \"prod/db:password\"}}", world.mark("ran")));

        assertThat(world.why(A)).contains("variable DB", "'prod/db:password'", "folder secrets");
        assertThat(world.marks("ran")).isZero();
    }

    @Test
    void aNameThatNoShellTakesIsRefused() {
        start(buildspec("{\"variables\": {\"my-stage\": \"dev\"}}", world.mark("ran")));

        assertThat(world.why(A)).startsWith("'my-stage' cannot be a variable of a build");
    }

    @Test
    void anUnreadableOrMissingBuildspecIsBroken() {
        start("{\"phases\": ");
        var order = order("b", "true");
        world.engine().start(new Order("b", order.action(), order.subject(), FileTree.EMPTY, order.means()));

        assertThat(world.why(A)).startsWith(".openproton/provision.buildspec.json is not valid JSON");
        assertThat(world.why("b")).contains("have no .openproton/provision.buildspec.json");
    }

    @Test
    void credentialsLieInNoFileOthersCanReadAndInNoneAfterTheLaunch() throws IOException {
        world.engine().start(order("first", world.gate("gate")));
        start(buildspec("{}", "echo ready", world.gate("gate")));
        var waiting = world.build(A).resolve("environment");
        assertThat(Files.readString(waiting)).contains("very");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(waiting)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(world.build(A))))
                .isEqualTo("rwx------");

        world.open("gate");
        world.end(A);

        assertThat(waiting).doesNotExist();
        try (var files = Files.walk(world.build(A))) {
            assertThat(files.filter(Files::isRegularFile).flatMap(file -> CommandWorld.lines(file).stream()))
                    .noneMatch(line -> line.contains("very"));
        }
    }

    @Test
    void openprotonIsOnThePathOfABuild() throws IOException {
        world.restart(withLauncher());
        world.engine().start(order(A, "openproton notify --status IN_PROGRESS"));

        assertThat(world.end(A)).isInstanceOf(Progress.Finished.class);
        assertThat(world.log(A)).contains("\nlauncher: notify --status IN_PROGRESS\n");
    }

    @Test
    void anAwsCommandStandsInWhereNoneIsInstalled() throws IOException {
        world.restart(withLauncher());
        world.use(world.open(new BuildLauncher(Map.of("PATH", "/usr/bin:/bin")), _ -> {}));
        world.engine()
                .start(order(
                        A,
                        "aws --region eu-west-1 --no-cli-pager proton notify-resource-deployment-status-change"
                                + " --resource-arn $RESOURCE_ARN --outputs key=a,valueString='b c'",
                        "aws s3 ls"));

        if (Shell.find("aws", "/usr/bin:/bin").isEmpty()) {
            assertThat(world.why(A))
                    .startsWith("Command 2 of 2 exited with status 2")
                    .contains("aws s3 ls: this is OpenProton's");
            assertThat(world.log(A))
                    .contains("launcher: notify --resource-arn arn:aws:proton:eu-west-1:000000000000:environment/prod"
                            + " --outputs key=a,valueString=b c --region eu-west-1\n");
        } else {
            assertThat(world.build(A).resolve("bin/aws")).doesNotExist();
        }
    }

    @Test
    void aRealAwsCommandIsLeftInItsPlace() throws IOException {
        Path tools = Files.createDirectory(data.resolve("tools"));
        executable(tools.resolve("aws"), "#!/bin/sh\necho the real one\n");
        world.use(world.open(new BuildLauncher(Map.of("PATH", tools + ":" + System.getenv("PATH"))), _ -> {}));
        world.engine().start(order(A, "aws s3 ls"));
        world.end(A);

        assertThat(world.log(A)).contains("\nthe real one\n");
    }

    @Test
    @EnabledIf("hasBubblewrap")
    void aSandboxHidesTheDataFolder() {
        world.restart(new CommandSettings(1, world.settings.limits(), CommandSettings.Sandbox.BWRAP, Optional.empty()));
        world.open("credentials");
        world.engine()
                .start(order(
                        A,
                        "echo inside >file && cat file",
                        "test ! -e '" + data.resolve("credentials") + "'",
                        "! touch /usr/x"));

        assertThat(world.end(A)).isInstanceOf(Progress.Finished.class);
        assertThat(world.log(A)).contains("\ninside\n");
    }

    static boolean hasBubblewrap() {
        boolean found = Shell.find("bwrap", System.getenv("PATH")).isPresent();
        if (!found) {
            LoggerFactory.getLogger(BuildEnvironmentTest.class).info("skipped: bwrap is not installed");
        }
        return found;
    }

    private void start(String buildspec) {
        world.engine().start(order(A, buildspec, CREDENTIALS));
    }

    private CommandSettings withLauncher() throws IOException {
        Path launcher = data.resolve("a launcher");
        executable(launcher, "#!/bin/sh\necho launcher: \"$@\"\n");
        return new CommandSettings(1, world.settings.limits(), CommandSettings.Sandbox.NONE, Optional.of(launcher));
    }

    private static void executable(Path file, String script) throws IOException {
        CommandWorld.write(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    static List<String> references() {
        return List.of(
                "prod/db:user",
                "prod/db:user:AWSCURRENT",
                "arn:aws:secretsmanager:eu-west-1:000000000000:secret:prod/db:user");
    }

    @ParameterizedTest
    @MethodSource("references")
    void aSecretIsFoundByNameOrArn(String reference) {
        CommandWorld.write(data.resolve("secrets/prod/db"), "{\"nested\": {\"user\": 1}, \"user\": \"me\"}");

        assertThat(secrets.secret(FIRST, reference)).contains("me");
    }

    @Test
    void aSecretIsWholeWithoutAKeyAndNeverOutsideItsFolder() {
        CommandWorld.write(data.resolve("secrets/token"), "plain\n");
        CommandWorld.write(data.resolve("credentials"), "{\"key\": \"x\"}");

        assertThat(secrets.secret(FIRST, "token")).contains("plain");
        assertThat(secrets.secret(FIRST, "token:key")).isEmpty();
        assertThat(secrets.secret(FIRST, "../credentials:key")).isEmpty();
        assertThat(secrets.secret(FIRST, "../../credentials:key")).isEmpty();
    }

    @Test
    void anAccountHasItsOwnSecretsAndNoneOfOthers() {
        String second = "222222222222";
        CommandWorld.write(data.resolve("secrets/token"), "first\n");
        CommandWorld.write(data.resolve("secrets/222222222222/key"), "second\n");
        CommandWorld.write(data.resolve("secrets/000000000000/both"), "own\n");
        CommandWorld.write(data.resolve("secrets/both"), "shared\n");

        assertThat(secrets.secret(second, "key")).contains("second");
        assertThat(secrets.secret(FIRST, "both")).contains("own");
        for (String reference : List.of("token", "../token", "both", "../000000000000/both", "000000000000/both")) {
            assertThat(secrets.secret(second, reference)).as(reference).isEmpty();
        }
        for (String reference : List.of("key", "222222222222/key", "../222222222222/key", "x/../222222222222/key")) {
            assertThat(secrets.secret(FIRST, reference)).as(reference).isEmpty();
        }
    }

    @Test
    void aBuildHasTheSecretsOfTheAccountThatItsResourceBelongsTo() {
        CommandWorld.write(data.resolve("secrets/token"), "of the first");
        Order first = order(A, buildspec("{\"secrets-manager\": {\"TOKEN\": \"token\"}}", world.mark("ran")), Map.of());
        var subject =
                new Order.Subject("arn:aws:proton:eu-west-1:222222222222:environment/prod", "AWSProton-prod", Map.of());
        world.engine().start(new Order(A, first.action(), subject, first.files(), first.means()));

        assertThat(world.why(A)).contains("'token'", "folder secrets/222222222222 of");
        assertThat(world.marks("ran")).isZero();
    }
}
