package openproton.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import openproton.store.Database;
import openproton.store.Transaction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the worker promises on every database.
abstract class WorkerContract {
    private final Database database = Database.open(address());
    private final Bell bell = new Bell();
    private final Jobs jobs = new Jobs(database, InstantSource.system(), bell);
    private final List<String> happened = new CopyOnWriteArrayList<>();

    abstract String address();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void runsTheStepsInOrderAndSavesWhatTheySay() {
        Workflow workflow = workflow("count")
                .step("one", _ -> note("one", new Verdict.Done(tx -> keep(tx, "one", "kept"))))
                .step("two", _ -> note("two", new Verdict.Done(tx -> keep(tx, "two", "kept"))));

        run(workflow, 2);

        assertThat(happened).containsExactly("one", "two");
        assertThat(kept("one")).isEqualTo("kept");
        assertThat(kept("two")).isEqualTo("kept");
    }

    @Test
    void keepsNothingOfAJobWhoseTransactionFailed() {
        Workflow workflow = workflow("never").step("one", _ -> note("one", Verdict.done()));

        assertThatThrownBy(() -> database.change(tx -> {
                    jobs.start(tx, entry(workflow), "job");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(jobsLeft()).isZero();
    }

    @Test
    void repeatsAStepThatWaitsAndOneThatThrows() {
        var tries = new AtomicInteger();
        Workflow workflow = workflow("patient").step("try", _ -> switch (tries.incrementAndGet()) {
            case 1 -> new Verdict.Wait(Duration.ofMillis(1));
            case 2 -> throw new IllegalStateException("the world is not well");
            default -> note("over", Verdict.done());
        });

        run(workflow, 1);

        assertThat(tries).hasValue(3);
    }

    @Test
    void savesWhyAJobCanNeverSucceed() {
        Workflow workflow = workflow("doomed")
                .step("fail", _ -> note("fail", new Verdict.Fail("no such thing")))
                .step("never", _ -> note("never", Verdict.done()));

        run(workflow, 1);

        Awaitility.await().until(() -> jobsLeft() == 0);
        assertThat(kept("doomed")).isEqualTo("no such thing");
        assertThat(happened).containsExactly("fail");
    }

    private void run(Workflow workflow, int notes) {
        try (var worker = new Worker(database, List.of(workflow), InstantSource.system(), bell)) {
            worker.start();
            database.change(tx -> jobs.start(tx, entry(workflow), "job"));
            Awaitility.await().until(() -> happened.size() >= notes);
            Awaitility.await().until(() -> jobsLeft() == 0);
        }
    }

    private static FirstStep entry(Workflow workflow) {
        return new FirstStep(workflow.name(), workflow.steps().getFirst().name());
    }

    private Workflow workflow(String name) {
        return Workflow.named(name, (tx, _, why) -> keep(tx, name, why));
    }

    private Verdict note(String what, Verdict verdict) {
        happened.add(what);
        return verdict;
    }

    private static void keep(Transaction tx, String name, String value) {
        tx.update("INSERT INTO setting (name, value) VALUES (?, ?)", name, value);
    }

    private String kept(String name) {
        return database.read(tx -> tx.find("SELECT value FROM setting WHERE name = ?", row -> row.text("value"), name))
                .orElse("nothing");
    }

    private long jobsLeft() {
        return database.read(tx -> tx.find("SELECT count(*) AS n FROM scheduled_tasks", row -> row.number("n")))
                .orElseThrow();
    }
}
