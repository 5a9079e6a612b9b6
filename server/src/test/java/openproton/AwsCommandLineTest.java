package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import openproton.store.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.slf4j.LoggerFactory;

/// The AWS command line, where it is installed, as its users have it: with the credentials file of the house.
class AwsCommandLineTest {

    /// Whether `aws` is on the path and knows Proton; says so in the log, because a skipped test is easily overlooked.
    static boolean isInstalled() {
        boolean present = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "aws")));
        LoggerFactory.getLogger("openproton.provision.AwsCommandLine")
                .info(present ? "runs with the aws command" : "skipped: the aws command is not installed");
        return present;
    }

    @Test
    @EnabledIf("isInstalled")
    void speaksWithTheHouse() throws IOException, InterruptedException {
        var clock = Clock.systemUTC();
        var world = TestHouse.World.on(TestDatabases.sqlite());
        world.clock().pass(Duration.between(world.clock().instant(), clock.instant()));
        try (var house = TestHouse.open(world)) {
            assertThat(aws(house, "default", "create-environment-template", "--name", "vpc"))
                    .contains("environment-template/vpc");
            assertThat(aws(house, "readonly", "list-environment-templates", "--max-items", "1"))
                    .contains("\"vpc\"");
            assertThat(aws(house, "developer", "delete-environment-template", "--name", "vpc"))
                    .contains("AccessDeniedException");
            assertThat(aws(house, "default", "get-service", "--name", "none")).contains("ResourceNotFoundException");
        }
    }

    private static String aws(TestHouse house, String profile, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("aws", "proton"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--profile", profile, "--region", "eu-west-1", "--output", "json"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE",
                house.data().resolve("credentials").toString());
        environment.put("AWS_CONFIG_FILE", house.data().resolve("no-config").toString());
        environment.put("AWS_ENDPOINT_URL_PROTON", house.address().toString());
        environment.put("AWS_PAGER", "");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
