package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openproton.aws.StandIn;
import openproton.aws.StandInClients;
import openproton.base.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/// Our own CloudFormation bundles, created, updated and deleted; services with the real outputs of environments.
class OwnStacksTest {
    private static final int LOOKS_MAX = 1_000;
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    @TempDir
    private Path folder = Path.of("");

    /// Whether `moto_server` is there; says so, because a skipped test is easily overlooked.
    static boolean hasMoto() {
        boolean present;
        try {
            present = new ProcessBuilder("moto_server", "--help")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException failure) {
            present = false;
        }
        LoggerFactory.getLogger("openproton.Moto")
                .info(present ? "runs with moto_server" : "skipped: moto_server is not installed");
        return present;
    }

    @Test
    void liveOnTheStandIn() throws IOException {
        try (var aws = StandIn.open();
                var stacks = new StandInClients(aws.uri()).cloudFormation()) {
            functions(stacks);
            containers(stacks);
            delete(stacks, "network");
        }
    }

    /// A network cannot be deleted there: moto_server keeps route tables, and refuses to delete what they are in.
    @Test
    @EnabledIf("hasMoto")
    void liveOnMoto() throws IOException {
        Process moto = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", "0")
                .redirectErrorStream(true)
                .start();
        try (var output = moto.inputReader();
                var stacks = new StandInClients(address(output)).cloudFormation()) {
            functions(stacks);
            containers(stacks);
        } finally {
            moto.destroy();
        }
    }

    private static URI address(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            var address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group());
            }
        }
        throw new AssertionError("moto_server ended without saying where it answers");
    }

    private void functions(CloudFormationClient stacks) throws IOException {
        String environment = "proton: EnvironmentSpec\nspec: {keep_bucket: false, object_days: %d}\n";
        create(stacks, "functions", environment("lambda-environment", environment.formatted(30)));
        var outputs = update(stacks, "functions", environment("lambda-environment", environment.formatted(60)));
        assertThat(outputs).containsKeys("BucketArn", "AlarmTopicArn").containsEntry("LogLevel", "INFO");

        String service = "proton: ServiceSpec\ninstances: [{name: inbox, environment: e, spec: {memory_mb: %d}}]\n";
        create(stacks, "inbox", instance("lambda-queue-service", service.formatted(128), outputs, Map.of()));
        var inbox =
                update(stacks, "inbox", instance("lambda-queue-service", service.formatted(256), outputs, Map.of()));
        assertThat(inbox).containsKeys("QueueUrl", "DeadLetterQueueUrl", "FunctionName");
        delete(stacks, "inbox");
        delete(stacks, "functions");
    }

    private void containers(CloudFormationClient stacks) throws IOException {
        String environment = "proton: EnvironmentSpec\nspec: {nat_gateways: %d}\n";
        create(stacks, "network", environment("vpc-fargate-environment", environment.formatted(1)));
        var network = update(stacks, "network", environment("vpc-fargate-environment", environment.formatted(2)));
        assertThat(network).containsEntry("TaskPublicIp", "DISABLED").containsEntry("VpcCidr", "10.0.0.0/16");
        var queue = create(stacks, "queue", component());

        String service = "proton: ServiceSpec\ninstances: [{name: web, environment: e, spec: {desired_count: %d}}]\n";
        create(stacks, "web", instance("fargate-service", service.formatted(1), network, Map.of()));
        String attached = instance("fargate-service", service.formatted(2), network, queue);
        assertThat(attached).contains("Name: QueueUrl", "- " + queue.get("QueuePolicyArn"));
        assertThat(update(stacks, "web", attached)).containsKeys("Url", "ServiceName", "TaskRoleArn");
        delete(stacks, "web");
        delete(stacks, "queue");
    }

    private String environment(String bundle, String spec) throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), spec);
        return rendered(bundle, "environment");
    }

    private String instance(String bundle, String spec, Map<String, String> environment, Map<String, String> component)
            throws IOException {
        String name = spec.replaceAll("(?s).*name: (\\w+),.*", "$1");
        Files.writeString(folder.resolve("spec.yaml"), spec);
        Map<String, Object> components = component.isEmpty() ? Map.of() : Map.of(name, component);
        Files.writeString(
                folder.resolve("outputs.json"),
                Json.write(Map.of("environment", environment, "components", components)));
        return rendered(bundle, name, "--no-pipeline", "--outputs", "outputs.json");
    }

    private String rendered(String bundle, String deployment, String... more) throws IOException {
        var rendering = new Stage(folder, Map.of())
                .plays(
                        "template",
                        "render",
                        Stage.HOME.resolve("templates").resolve(bundle),
                        "--spec",
                        "spec.yaml",
                        "--out",
                        "out",
                        more);
        assertThat(rendering.status()).as(rendering.problems()).isZero();
        return Files.readString(folder.resolve("out").resolve(deployment).resolve("cloudformation.yaml"));
    }

    private static String component() throws IOException {
        return Files.readString(Stage.HOME.resolve("templates/queue-component/component.yaml"))
                .replace("{{ component.name }}", "jobs")
                .replace("{{ environment.name }}", "staging");
    }

    private static Map<String, String> create(CloudFormationClient stacks, String name, String template) {
        stacks.createStack(
                create -> create.stackName(name).templateBody(template).capabilities(Capability.CAPABILITY_IAM));
        return settled(stacks, name, "CREATE_COMPLETE");
    }

    private static Map<String, String> update(CloudFormationClient stacks, String name, String template) {
        stacks.updateStack(
                update -> update.stackName(name).templateBody(template).capabilities(Capability.CAPABILITY_IAM));
        return settled(stacks, name, "UPDATE_COMPLETE");
    }

    private static Map<String, String> settled(CloudFormationClient stacks, String name, String wanted) {
        Stack stack = look(stacks, name);
        for (int looks = 0; looks < LOOKS_MAX && isBusy(stack); looks++) {
            stack = look(stacks, name);
        }
        assertThat(stack.stackStatusAsString())
                .as(stacks.describeStackEvents(events -> events.stackName(name)).toString())
                .isEqualTo(wanted);
        return stack.outputs().stream()
                .collect(Collectors.toMap(Output::outputKey, Output::outputValue, (one, _) -> one, TreeMap::new));
    }

    private static boolean isBusy(Stack stack) {
        return stack.stackStatusAsString().endsWith("IN_PROGRESS");
    }

    private static Stack look(CloudFormationClient stacks, String name) {
        return stacks.describeStacks(describe -> describe.stackName(name))
                .stacks()
                .getFirst();
    }

    /// A stack that is gone is only known by its id any more.
    private static void delete(CloudFormationClient stacks, String name) {
        String id = look(stacks, name).stackId();
        stacks.deleteStack(delete -> delete.stackName(name));
        settled(stacks, id, "DELETE_COMPLETE");
        assertThat(isThere(stacks, name)).isFalse();
    }

    private static boolean isThere(CloudFormationClient stacks, String name) {
        try {
            look(stacks, name);
            return true;
        } catch (CloudFormationException gone) {
            return false;
        }
    }
}
