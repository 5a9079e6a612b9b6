package openproton;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import javax.sql.DataSource;
import openproton.base.Ids;
import openproton.provision.Engine;
import openproton.provision.Order;
import openproton.provision.Progress;
import openproton.store.Transaction;
import openproton.work.Verdict;
import openproton.work.Workflow;

/// What goes wrong in a shaken house, and when: all of it decided by a seed.
///
/// A crash takes the whole house with it: from then on nothing it does is kept, until it is opened anew.
final class Shaking implements TestHouse.Disturbance {
    private final Random random;
    private final double share;
    private boolean crashed;
    private boolean calm;

    /// A crash of the process, as the code inside it sees it.
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash(String where) {
            super("crashed " + where);
        }
    }

    /// @param share how often something goes wrong where it can: 0 never, 1 always
    Shaking(long seed, double share) {
        this.random = new Random(seed);
        this.share = share;
    }

    /// Whether the house has crashed and must be opened anew.
    boolean hasCrashed() {
        return crashed;
    }

    /// A new process: the crash is behind it.
    void openAnew() {
        crashed = false;
    }

    /// From now on nothing goes wrong any more.
    void calmDown() {
        calm = true;
        crashed = false;
    }

    private boolean strikes() {
        return !calm && random.nextDouble() < share;
    }

    /// Nothing runs in a process that is gone; one that is still there may go now.
    private void crashPerhaps(String where) {
        if (crashed || strikes()) {
            crashed = true;
            throw new Crash(where);
        }
    }

    /// Ids whose source may crash, which is in the middle of a transaction.
    Ids ids(Ids ids) {
        return () -> {
            if (!calm && random.nextDouble() < share / 4) {
                throw new Crash("while a request was answered");
            }
            return ids.next();
        };
    }

    /// The workflows, crashing before a step, after what it did to the world, before its commit and after it.
    @Override
    public List<Workflow> workflows(List<Workflow> workflows) {
        return workflows.stream().map(this::shaken).toList();
    }

    /// Connections that are gone once the house has crashed, so that not even the failure of a step is kept.
    @Override
    public DataSource connections(DataSource connections) {
        return (DataSource) Proxy.newProxyInstance(
                Shaking.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    if (crashed) {
                        throw new SQLException("crashed");
                    }
                    return method.invoke(connections, arguments);
                });
    }

    private Workflow shaken(Workflow workflow) {
        var steps = workflow.steps().stream()
                .map(step -> new Workflow.Step(step.name(), job -> {
                    crashPerhaps("before step " + step.name());
                    Verdict verdict = step.run().apply(job);
                    crashPerhaps("after step " + step.name());
                    return shaken(verdict, step.name());
                }))
                .toList();
        return new Workflow(workflow.name(), steps, workflow.failure());
    }

    private Verdict shaken(Verdict verdict, String step) {
        return switch (verdict) {
            case Verdict.Done(var change) -> new Verdict.Done(shaken(change, step));
            case Verdict.End(var change) -> new Verdict.End(shaken(change, step));
            case Verdict.Wait _, Verdict.Fail _ -> verdict;
        };
    }

    private Consumer<Transaction> shaken(Consumer<Transaction> change, String step) {
        return tx -> {
            change.accept(tx);
            crashPerhaps("before the commit of step " + step);
            tx.afterCommit(() -> crashed |= strikes());
        };
    }

    /// An engine that is sometimes out of reach, before it did something or after.
    Engine engine(Engine engine) {
        return new Engine() {
            @Override
            public void start(Order order) {
                outOfReachPerhaps();
                engine.start(order);
                outOfReachPerhaps();
            }

            @Override
            public Progress look(String deploymentId) {
                outOfReachPerhaps();
                return engine.look(deploymentId);
            }

            @Override
            public void cancel(String deploymentId) {
                engine.cancel(deploymentId);
                outOfReachPerhaps();
            }

            @Override
            public Optional<String> outputsFile(String deploymentId) {
                return Optional.empty();
            }
        };
    }

    private void outOfReachPerhaps() {
        if (strikes()) {
            throw new IllegalStateException("the engine is out of reach");
        }
    }
}
