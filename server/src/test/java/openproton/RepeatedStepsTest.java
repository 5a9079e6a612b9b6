package openproton;

import static openproton.TestStories.instance;
import static openproton.TestStories.pipelineSpec;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import openproton.base.Json;
import openproton.store.TestDatabases;
import openproton.work.Verdict;
import openproton.work.Workflow;
import org.junit.jupiter.api.Test;

/// Every workflow with each step repeated, and with each step failing.
class RepeatedStepsTest {

    @Test
    void everyStepCanBeRepeated() {
        lifeWith(step -> new Workflow.Step(step.name(), job -> {
            Verdict forgotten = step.run().apply(job);
            assertThat(forgotten).isNotNull();
            return step.run().apply(job);
        }));
    }

    @Test
    void everyStepCanFailOnceBeforeAndAfterWhatItDoes() {
        var failed = new HashSet<String>();
        lifeWith(step -> new Workflow.Step(step.name(), job -> {
            if (failed.add("before " + step.name() + job)) {
                throw new IllegalStateException("before");
            }
            Verdict verdict = step.run().apply(job);
            if (failed.add("after " + step.name() + job)) {
                throw new IllegalStateException("after");
            }
            return verdict;
        }));
        assertThat(failed).hasSizeGreaterThan(20);
    }

    private void lifeWith(UnaryOperator<Workflow.Step> changed) {
        var disturbance = new TestHouse.Disturbance() {
            @Override
            public List<Workflow> workflows(List<Workflow> workflows) {
                return workflows.stream()
                        .map(workflow -> new Workflow(
                                workflow.name(),
                                workflow.steps().stream().map(changed).toList(),
                                workflow.failure()))
                        .toList();
            }
        };
        var world = TestHouse.World.on(TestDatabases.sqlite()).with(disturbance);
        try (var house = TestHouse.open(world);
                var sdk = house.sdk()) {
            new TestStories(house, sdk).usual();
            house.call("CreateService", service());
            house.runDueWork();
            house.call(
                    "UpdateService",
                    Json.write(Map.of(
                            "name",
                            "shop",
                            "spec",
                            pipelineSpec("main", instance("a", "dev", 1), instance("c", "dev", 3)))));
            house.runDueWork();
            house.call(
                    "CreateServiceInstance",
                    Json.write(Map.of(
                            "serviceName",
                            "shop",
                            "name",
                            "d",
                            "spec",
                            pipelineSpec("main", instance("d", "dev", 4)))));
            house.runDueWork();
            assertThat(house.call("GetService", "{\"name\": \"shop\"}").text("service.status"))
                    .isEqualTo("ACTIVE");
            assertThat(house.engine().built("service/shop/service-instance/a")).isEqualTo(1);
            assertThat(house.engine().removed("service/shop/service-instance/b"))
                    .isEqualTo(1);
            assertThat(house.engine().built("service/shop/pipeline")).isEqualTo(2);
            house.call("DeleteService", "{\"name\": \"shop\"}");
            house.runDueWork();
            assertThat(house.call("GetService", "{\"name\": \"shop\"}").error()).isEqualTo("ResourceNotFoundException");
            assertThat(house.engine().removed("service/shop/service-instance/a"))
                    .isEqualTo(1);
        }
    }

    private static String service() {
        return Json.write(Map.of(
                "name", "shop",
                "templateName", "piped",
                "templateMajorVersion", "1",
                "repositoryConnectionArn", TestStories.CONNECTION,
                "repositoryId", "shop/code",
                "branchName", "main",
                "spec", pipelineSpec("main", instance("a", "dev", 1), instance("b", "prod", 2))));
    }
}
