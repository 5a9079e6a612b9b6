package openproton.provision.pullrequest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import openproton.base.FileTree;
import openproton.git.GitConnections;
import openproton.git.HostKind;
import openproton.git.host.Hosts;
import openproton.git.host.TestHost;
import openproton.provision.DeploymentLog;
import openproton.provision.Disk;
import openproton.provision.Order;
import openproton.provision.Progress;

/// A host with a real repository, a data folder, engines that come and go, and a clock that goes on with every
/// look at it.
final class ProposalWorld implements AutoCloseable {
    static final String PROD = "arn:aws:proton:eu-west-1:000000000000:environment/prod";

    final TestHost host;
    final DeploymentLog log;
    private final Path data;
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private PullRequestEngine engine;

    ProposalWorld(Path folder, HostKind kind) {
        host = new TestHost(folder.resolve("host"), kind);
        data = folder.resolve("data");
        log = new DeploymentLog(data);
        engine = open(TestHost.TOKEN);
    }

    PullRequestEngine engine() {
        return engine;
    }

    void restart() {
        restart(TestHost.TOKEN);
    }

    void restart(String token) {
        engine = open(token);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    private PullRequestEngine open(String token) {
        GitConnections connections = host.connections(data, token);
        return new PullRequestEngine(data, connections, new Hosts(connections, () -> now), () -> now);
    }

    /// Looks once, when the engine may ask its host again.
    Progress look(String deploymentId) {
        now = now.plus(Duration.ofMinutes(2));
        return engine.look(deploymentId);
    }

    /// As after a crash between the push and the note of it, with an engine that knows nothing more.
    void cutOffAfterPush(String deploymentId, FileTree files) {
        var journal = new Journal(log.folder(deploymentId));
        Job job = journal.job();
        var pushed = (Phase.Proposed) journal.phase();
        Disk.delete(log.folder(deploymentId));
        journal.open(job, files);
        journal.keep(new Phase.Pushing("prod", pushed.request().commit()));
        restart();
    }

    String log(String deploymentId) {
        return log.read(deploymentId, 0, 100_000).text();
    }

    /// The branch that a deployment proposed; there must be one.
    String branch(String deploymentId) {
        return host.repository().branches().stream()
                .filter(branch -> branch.startsWith("proton--proton-") || branch.equals("openproton/" + deploymentId))
                .findFirst()
                .orElseThrow();
    }

    Order order(String deploymentId, Order.Action action) {
        return order(deploymentId, action, PROD, "prod", files(deploymentId, PROD));
    }

    Order order(String deploymentId, Order.Action action, String arn, String folder, FileTree files) {
        var place = new Order.Place(TestHost.ARN, host.name(), "main");
        var proposal = new Order.Proposal(
                place, folder, !arn.endsWith("/pipeline"), "Update requested for Proton - " + folder, "What changes.");
        var means = new Order.Means("000000000000", "eu-west-1", Optional.empty(), Map.of(), Optional.of(proposal));
        return new Order(deploymentId, action, new Order.Subject(arn, "AWSProton-x", Map.of()), files, means);
    }

    static FileTree files(String deploymentId, String arn) {
        return FileTree.EMPTY
                .with("main.tf", header(arn) + "resource \"terraform_data\" \"one\" {}\n")
                .with(".proton/deployment-metadata.json", metadata(deploymentId, arn));
    }

    static String header(String arn) {
        return "/*\nThis file is kept by OpenProton for %s\n*/\n".formatted(arn);
    }

    static String metadata(String deploymentId, String arn) {
        String member = arn.contains(":component/") ? "componentMetadata" : "resourceMetadata";
        return "{\"deploymentId\": \"%s\", \"%s\": {\"arn\": \"%s\"}}".formatted(deploymentId, member, arn);
    }

    @Override
    public void close() {
        host.close();
    }
}
