package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;

/// A deployment whose pull request stays open waits, and costs the database little while it does.
class OpenPullRequestTest extends SelfManagedStories {
    private static final String RUNS = "SELECT version AS n FROM scheduled_tasks WHERE task_name = 'deploy'";

    @Test
    void saysWhatItWaitsFor() {
        create();

        assertThat(stories.environmentStatus("prod")).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(environment().deploymentStatusMessage()).contains("merge").contains("openproton/");
    }

    /// The scheduler counts a version up with every write to the row of a job: twice for each run.
    @Test
    void writesTenThousandTimesAWeekAtTheMost() {
        create();
        long before = runs();
        stories.house().passTime(Duration.ofHours(7));

        assertThat((runs() - before) / 2).isBetween(300L, 10_000L / 24);
    }

    private long runs() {
        return stories.house()
                .database()
                .read(tx -> tx.find(RUNS, row -> row.number("n")))
                .orElseThrow();
    }
}
