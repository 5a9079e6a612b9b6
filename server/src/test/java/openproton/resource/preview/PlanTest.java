package openproton.resource.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openproton.TestBundles;
import openproton.TestStories;
import openproton.WireAnswer;
import openproton.base.Json;
import openproton.provision.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation")
class PlanTest {
    private static final String DEV = TestStories.ACCOUNT + "environment/dev";
    private static final String INSTANCE = TestStories.ACCOUNT + "service/shop/service-instance/a";

    private final TestStories stories = TestStories.open()
            .usual()
            .service("shop", "web", TestStories.serviceSpec(TestStories.instance("a", "dev", 80)));

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void aPlanShowsHowSpecAndFilesWouldChangeAndTouchesNothing() {
        int orders = stories.house().engine().orders().size();
        String before = answer("GetServiceInstance", Map.of("serviceName", "shop", "name", "a"));

        WireAnswer plan = plan(
                Map.of("resourceArn", INSTANCE, "spec", TestStories.serviceSpec(TestStories.instance("a", "dev", 81))));

        assertThat(plan.text("specDifference")).contains("port: 80").contains("port: 81");
        assertThat(plan.text("filesDifference"))
                .contains("--- a/proton-inputs.json")
                .contains("\"port\" : 80")
                .contains("\"port\" : 81");
        assertThat(plan.text("currentVersion")).isEqualTo("web:1.0");
        assertThat(plan.text("plannedVersion")).isEqualTo("web:1.0");
        assertThat(plan.text("engineMessage")).contains("Commands");
        stories.house().runDueWork();
        assertThat(stories.house().engine().orders()).hasSize(orders);
        assertThat(answer("GetServiceInstance", Map.of("serviceName", "shop", "name", "a")))
                .isEqualTo(before);
    }

    @Test
    void anUnchangedUpdateWouldChangeNothing() {
        WireAnswer plan = plan(Map.of("resourceArn", DEV));

        assertThat(plan.text("specDifference")).isEmpty();
        assertThat(plan.text("filesDifference")).isEmpty();
    }

    @Test
    void aPlanOfANewVersionShowsItsFilesAndWhatTheEngineSays() {
        stories.publish(stories.registerEnvironment("vpc", "1", TestBundles.environmentWithMore()));
        stories.house()
                .engine()
                .plans(new Plan.Known(
                        List.of(new Plan.PlannedChange(
                                Plan.Kind.REPLACE, "AWS::SQS::Queue", "Queue", Optional.of("https://queue"))),
                        "1 to replace"));

        WireAnswer plan = plan(Map.of("resourceArn", DEV, "deploymentType", "MINOR_VERSION"));

        assertThat(plan.text("plannedVersion")).isEqualTo("vpc:1.1");
        assertThat(plan.text("filesDifference")).contains("\"size\" : \"small\"");
        assertThat(plan.body())
                .contains("{\"action\":\"REPLACE\",\"type\":\"AWS::SQS::Queue\",\"name\":\"Queue\"")
                .contains("1 to replace")
                .doesNotContain("engineMessage");
    }

    @Test
    void whatTheUpdateWouldRefuseThePlanRefuses() {
        assertThat(refusal(Map.of(
                        "resourceArn", INSTANCE, "spec", TestStories.serviceSpec(TestStories.instance("a", "dev", 0)))))
                .contains("ValidationException")
                .contains("port");
        assertThat(refusal(Map.of("resourceArn", DEV, "deploymentType", "MAJOR_VERSION")))
                .contains("ValidationException");
        assertThat(refusal(Map.of("resourceArn", DEV, "deploymentType", "NONE")))
                .contains("nothing to plan");
        assertThat(refusal(Map.of("resourceArn", DEV, "templateFile", "x"))).contains("components only");
        assertThat(refusal(Map.of("resourceArn", DEV.replace("dev", "nowhere"))))
                .contains("ResourceNotFoundException");

        stories.house().engine().stay("environment/dev");
        stories.sdk().updateEnvironment(update -> update.name("dev").deploymentType("CURRENT_VERSION"));
        assertThat(refusal(Map.of("resourceArn", DEV))).contains("ConflictException");
    }

    @Test
    void pipelinesArePlannedToo() {
        stories.pipelineService(
                "site", "piped", TestStories.pipelineSpec("main", TestStories.instance("a", "dev", 80)));

        WireAnswer plan = plan(Map.of(
                "resourceArn",
                TestStories.ACCOUNT + "service/site/pipeline",
                "spec",
                TestStories.pipelineSpec("next", TestStories.instance("a", "dev", 80))));

        assertThat(plan.text("filesDifference")).contains("\"branch\" : \"next\"");
    }

    @Test
    void aDeveloperPlansServicesButNoEnvironments() {
        assertThat(stories.house()
                        .callAs("developer", "PlanDeployment", Json.write(Map.of("resourceArn", INSTANCE)))
                        .status())
                .isEqualTo(200);
        assertThat(stories.house()
                        .callAs("developer", "PlanDeployment", Json.write(Map.of("resourceArn", DEV)))
                        .error())
                .isEqualTo("AccessDeniedException");
    }

    @Test
    void aRegisteredVersionIsRenderedWithWhatIsDeployed() {
        stories.house().engine().finish("environment/dev", Map.of("vpc", "vpc-1"));
        stories.sdk().updateEnvironment(update -> update.name("dev").deploymentType("CURRENT_VERSION"));
        stories.house().runDueWork();
        var request = Map.<String, Object>of(
                "templateType", "SERVICE",
                "templateName", "web",
                "majorVersion", "1",
                "name", "shop",
                "spec", TestStories.serviceSpec(TestStories.instance("new", "dev", 90)));

        WireAnswer live = stories.house().call("RenderTemplate", Json.write(request));
        assertThat(live.body())
                .contains("\"target\":\"instance new\"")
                .contains("vpc-1")
                .contains("proton-inputs.json");

        var given = new TreeMap<>(request);
        given.put("environmentOutputs", List.of(Map.of("key", "vpc", "valueString", "vpc-given")));
        assertThat(stories.house().call("RenderTemplate", Json.write(given)).body())
                .contains("vpc-given")
                .doesNotContain("vpc-1");
    }

    @Test
    void renderingSaysWhatIsWrong() {
        assertThat(stories.house()
                        .call(
                                "RenderTemplate",
                                Json.write(Map.of(
                                        "templateType", "ENVIRONMENT",
                                        "templateName", "vpc",
                                        "majorVersion", "1",
                                        "spec", "proton: ServiceSpec")))
                        .error())
                .isEqualTo("ValidationException");
        assertThat(stories.house()
                        .call(
                                "RenderTemplate",
                                Json.write(Map.of(
                                        "templateType", "ENVIRONMENT",
                                        "templateName", "vpc",
                                        "majorVersion", "7",
                                        "spec", TestStories.environmentSpec("north"))))
                        .error())
                .isEqualTo("ResourceNotFoundException");
    }

    private WireAnswer plan(Map<String, Object> request) {
        WireAnswer answer = stories.house().call("PlanDeployment", Json.write(request));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private String refusal(Map<String, Object> request) {
        WireAnswer answer = stories.house().call("PlanDeployment", Json.write(request));
        assertThat(answer.status()).isEqualTo(400);
        return answer.body();
    }

    private String answer(String operation, Map<String, Object> request) {
        return stories.house().call(operation, Json.write(request)).body();
    }
}
