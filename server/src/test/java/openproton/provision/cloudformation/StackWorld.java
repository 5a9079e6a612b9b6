package openproton.provision.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.aws.Call;
import openproton.aws.StandIn;
import openproton.base.FileTree;
import openproton.base.SettableClock;
import openproton.provision.DeploymentLog;
import openproton.provision.Engine;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.provision.Progress;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.AwsSettings;
import openproton.provision.aws.ShakenTransport;

/// A stand-in for AWS, and the engine that works on it. Time passes with every look.
final class StackWorld implements AutoCloseable {
    static final String STACK = "AWSProton-prod";
    static final String ROLE = "arn:aws:iam::123456789012:role/proton";
    static final String ONE_TOPIC = template("Topic");
    static final String TWO_TOPICS = template("Topic", "Other");

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(61);
    private static final int LOOKS_MAX = 200;

    final StandIn aws = StandIn.open();
    final ShakenTransport transport = new ShakenTransport();
    final SettableClock clock = new SettableClock();
    final Path data;
    private final Optional<String> bucket;
    private Optional<Engine> engine = Optional.empty();
    private boolean changeSets = true;

    StackWorld(Path data) {
        this(data, Optional.empty());
    }

    /// @param bucket for large templates
    StackWorld(Path data, Optional<String> bucket) {
        this.data = data;
        this.bucket = bucket;
    }

    @Override
    public void close() {
        aws.close();
    }

    static String template(String... topics) {
        var text = new StringBuilder("Resources:\n");
        for (String topic : topics) {
            text.append("  %s: {Type: AWS::SNS::Topic, Properties: {DisplayName: %s}}\n".formatted(topic, topic));
        }
        return text + "Outputs:\n  Name: {Value: !GetAtt %s.TopicName}\n".formatted(topics[0]);
    }

    Engine engine() {
        return engine.orElseGet(() -> {
            Engine opened = open(Optional.of(new AwsSettings.AccessKeyPair("AKIASTANDIN", "secret")));
            engine = Optional.of(opened);
            return opened;
        });
    }

    /// From now on engines make stacks without change sets.
    StackWorld direct() {
        changeSets = false;
        return this;
    }

    /// An engine without any memory of its own.
    void restart() {
        engine = Optional.empty();
    }

    Engine open(Optional<AwsSettings.AccessKeyPair> keys) {
        return open(new AwsSettings(
                new AwsSettings.Endpoints(Optional.of(aws.uri()), Map.of()),
                Optional.empty(),
                keys,
                true,
                Optional.empty()));
    }

    Engine open(AwsSettings settings) {
        var clients = new AwsClients(settings, clock, transport);
        return passing(
                new CloudFormationEngine(data, clients, new StackSettings(bucket, changeSets), clock, clock::pass));
    }

    static AwsSettings at(URI endpoint) {
        return new AwsSettings(
                new AwsSettings.Endpoints(Optional.of(endpoint), Map.of()),
                Optional.empty(),
                Optional.of(new AwsSettings.AccessKeyPair("AKIASTANDIN", "secret")),
                true,
                Optional.empty());
    }

    private Engine passing(Engine real) {
        return new Engine() {
            @Override
            public void start(Order order) {
                real.start(order);
            }

            @Override
            public Progress look(String deploymentId) {
                clock.pass(BETWEEN_LOOKS);
                return real.look(deploymentId);
            }

            @Override
            public void cancel(String deploymentId) {
                real.cancel(deploymentId);
            }

            @Override
            public Plan plan(Order order) {
                return real.plan(order);
            }
        };
    }

    static Order provision(String deploymentId, String template) {
        return order(deploymentId, Order.Action.PROVISION, template, Optional.empty());
    }

    static Order deprovision(String deploymentId) {
        return order(deploymentId, Order.Action.DEPROVISION, ONE_TOPIC, Optional.empty());
    }

    static Order order(String deploymentId, Order.Action action, String template, Optional<String> role) {
        var subject = new Order.Subject(
                "arn:aws:proton:eu-west-1:123456789012:environment/prod",
                STACK,
                Map.of("proton:account", "123456789012"));
        var means = new Order.Means("123456789012", "eu-west-1", role, Map.of(), Optional.empty());
        return new Order(deploymentId, action, subject, FileTree.EMPTY.with("cloudformation.yaml", template), means);
    }

    /// Starts an order and looks at it until it is over.
    Progress run(Order order) {
        engine().start(order);
        return end(order.deploymentId());
    }

    Progress end(String deploymentId) {
        for (int looks = 0; looks < LOOKS_MAX; looks++) {
            Progress progress = engine().look(deploymentId);
            if (!(progress instanceof Progress.Running)) {
                return progress;
            }
        }
        throw new AssertionError("still running; its log:\n" + log(deploymentId));
    }

    /// Looks at an order until its stack has a status.
    void lookUntil(String deploymentId, String status) {
        for (int looks = 0; looks < LOOKS_MAX; looks++) {
            if (!aws.stacks().isEmpty() && aws.stack(STACK).status().equals(status)) {
                return;
            }
            assertThat(engine().look(deploymentId)).isEqualTo(new Progress.Running());
        }
        throw new AssertionError("never %s; the log:\n%s".formatted(status, log(deploymentId)));
    }

    String why(Progress progress) {
        assertThat(progress).isInstanceOf(Progress.Broken.class);
        return ((Progress.Broken) progress).why();
    }

    static Map<String, String> outputs(Progress progress) {
        assertThat(progress).isInstanceOf(Progress.Finished.class);
        return ((Progress.Finished) progress).outputs();
    }

    String log(String deploymentId) {
        return new DeploymentLog(data).read(deploymentId, 0, 1_000_000).text();
    }

    String status() {
        return aws.stack(STACK).status();
    }

    List<String> operations() {
        return aws.calls().stream().map(Call::operation).toList();
    }
}
