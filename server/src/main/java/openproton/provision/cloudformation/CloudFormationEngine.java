package openproton.provision.cloudformation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import openproton.base.FileTree;
import openproton.provision.DeploymentLog;
import openproton.provision.Engine;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.provision.Progress;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.S3Objects;
import openproton.provision.cloudformation.stack.TemplateUpload;
import openproton.provision.polled.RunningOrders;

/// Creates, updates and deletes CloudFormation stacks (docs/behaviour/provisioning.md#cloudformation).
///
/// An order advances only when [#look] polls: every 2 seconds at first, every 10 seconds later. Throttling and broken
/// connections make the order wait, never fail.
public final class CloudFormationEngine implements Engine {
    private final DeploymentLog log;
    private final AwsClients clients;
    private final TemplateUpload upload;
    private final InstantSource clock;
    private final Pause pause;
    private final RunningOrders<StackMemory, RunningStackOrder> watch;

    /// @param data the server's data folder
    /// @param pause waits while CloudFormation prepares a plan
    public CloudFormationEngine(
            Path data, AwsClients clients, StackSettings settings, InstantSource clock, Pause pause) {
        this.log = new DeploymentLog(data);
        this.clients = clients;
        this.upload = new TemplateUpload(new S3Objects(clients), settings.templateBucket());
        this.clock = clock;
        this.pause = pause;
        this.watch = new RunningOrders<>(
                memory -> new RunningStackOrder(memory, clients, upload, settings.changeSets(), log, clock));
    }

    @Override
    public void start(Order order) {
        StackMemory memory = memory(order.deploymentId());
        memory.open(StackOrder.of(order), template(order.files()), clock.instant());
        if (order.action() == Order.Action.PROVISION && order.files().files().isEmpty()) {
            memory.close(new Progress.Broken("The rendered files hold no CloudFormation template."));
        }
    }

    @Override
    public Progress look(String deploymentId) {
        StackMemory memory = memory(deploymentId);
        if (!memory.exists()) {
            return new Progress.Broken("No stack was ordered for deployment %s here.".formatted(deploymentId));
        }
        return watch.look(memory);
    }

    @Override
    public Duration lookAgainIn(String deploymentId) {
        return watch.lookAgainIn(memory(deploymentId));
    }

    @Override
    public void cancel(String deploymentId) {
        watch.cancel(memory(deploymentId));
    }

    @Override
    public Plan plan(Order order) {
        return new StackPlanner(clients, upload, pause).plan(StackOrder.of(order), template(order.files()));
    }

    private StackMemory memory(String deploymentId) {
        return new StackMemory(log.folder(deploymentId));
    }

    /// The rendered files are one template.
    private static String template(FileTree files) {
        return files.files().isEmpty()
                ? ""
                : files.files().firstEntry().getValue().text();
    }
}
