package openproton.provision.cloudformation;

import java.time.Duration;
import java.time.InstantSource;
import openproton.provision.DeploymentLog;
import openproton.provision.Progress;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.AwsFault;
import openproton.provision.aws.AwsIdentity;
import openproton.provision.aws.AwsRefusal;
import openproton.provision.cloudformation.stack.StackCalls;
import openproton.provision.cloudformation.stack.StackFailures;
import openproton.provision.cloudformation.stack.TemplateUpload;
import openproton.provision.polled.PollTimer;
import openproton.provision.polled.RunningOrder;
import software.amazon.awssdk.core.exception.SdkException;

/// A running order: advances its stack at each poll, and decides when the next poll is due.
final class RunningStackOrder implements RunningOrder {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LAST = Duration.ofSeconds(10);
    private static final Duration LAST_IN_TROUBLE = Duration.ofSeconds(60);

    private final StackMemory memory;
    private final AwsClients clients;
    private final TemplateUpload upload;
    private final boolean changeSets;
    private final StackLog log;
    private final InstantSource clock;
    private final PollTimer pace;

    RunningStackOrder(
            StackMemory memory,
            AwsClients clients,
            TemplateUpload upload,
            boolean changeSets,
            DeploymentLog log,
            InstantSource clock) {
        this.memory = memory;
        this.clients = clients;
        this.upload = upload;
        this.changeSets = changeSets;
        this.log = new StackLog(log, memory.order().deploymentId());
        this.clock = clock;
        this.pace = new PollTimer(clock, FIRST);
    }

    @Override
    public boolean isDue() {
        return pace.isDue();
    }

    @Override
    public Duration pause() {
        return pace.left();
    }

    @Override
    public void hurry() {
        pace.hurry();
    }

    @Override
    public Progress advance() {
        StackOrder order = memory.order();
        String region = clients.region(order.region());
        AwsIdentity identity = order.identity(region);
        StackStage before = memory.state().stage();
        try {
            var calls = new StackCalls(clients.cloudFormation(region), clients.as(identity));
            var operation = new StackOperation(memory, order, calls, upload, log, clock);
            Progress progress = new AdvanceStack(operation, changeSets).advance();
            restAfterAnswer(!before.equals(memory.state().stage()));
            return progress;
        } catch (SdkException | AwsRefusal failure) {
            if (AwsFault.isOldSession(failure)) {
                clients.forget(identity);
            }
            return fail(AwsFault.of(failure));
        }
    }

    /// Polls soon again after a change of stage, else more and more slowly.
    private void restAfterAnswer(boolean changed) {
        if (changed) {
            pace.shorten();
        } else {
            pace.lengthen(150, LAST);
        }
        pace.rest();
    }

    private Progress fail(AwsFault fault) {
        return switch (fault) {
            case AwsFault.Passing(var why) -> tryLater(why);
            case AwsFault.NoCredentials(var why) -> isUntouched() ? end(why) : tryLater(why);
            case AwsFault.Lasting(var why) -> end(why);
        };
    }

    private boolean isUntouched() {
        return memory.state().stage() instanceof StackStage.Examining;
    }

    private Progress tryLater(String why) {
        if (memory.isToBeCancelled() && isUntouched()) {
            return closing().close(new Progress.Cancelled());
        }
        pace.rest();
        pace.lengthen(200, LAST_IN_TROUBLE);
        String trouble = "AWS cannot carry out the step now; it will be retried: " + why;
        log.say(trouble);
        return Progress.Running.waitingFor(StackFailures.cut(trouble));
    }

    private Progress end(String why) {
        return closing().close(new Progress.Broken(StackFailures.cut(why)));
    }

    private FinishStackOrder closing() {
        return new FinishStackOrder(memory, upload, log);
    }
}
