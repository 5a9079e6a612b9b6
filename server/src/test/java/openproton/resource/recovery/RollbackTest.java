package openproton.resource.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import openproton.TestBundles;
import openproton.TestStories;
import openproton.WireAnswer;
import openproton.base.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.Environment;

@SuppressWarnings("deprecation")
class RollbackTest {
    private static final String DEV = TestStories.ACCOUNT + "environment/dev";
    private static final String INSTANCE = TestStories.ACCOUNT + "service/shop/service-instance/a";

    private final TestStories stories = TestStories.open().usual();

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void anEnvironmentGetsBackTheVersionAndSpecItHad() {
        String first = environment().lastSucceededDeploymentId();
        stories.publish(stories.registerEnvironment("vpc", null, TestBundles.environment()));
        stories.sdk()
                .updateEnvironment(update ->
                        update.name("dev").deploymentType("MAJOR_VERSION").spec(TestStories.environmentSpec("south")));
        stories.house().runDueWork();
        assertThat(environment().templateMajorVersion()).isEqualTo("2");

        WireAnswer answer = rollback(DEV, first);
        assertThat(answer.text("deployment.deploymentStatus")).isEqualTo("IN_PROGRESS");
        stories.house().runDueWork();

        assertThat(environment().templateMajorVersion()).isEqualTo("1");
        assertThat(environment().spec()).contains("north");
        assertThat(environment().lastSucceededDeploymentId()).isEqualTo(answer.text("deployment.id"));
    }

    @Test
    void anInstanceGetsItsSpecBackAndSoDoesItsService() {
        stories.service("shop", "web", TestStories.serviceSpec(TestStories.instance("a", "dev", 80)));
        String first = stories.instance("shop", "a").lastSucceededDeploymentId();
        stories.sdk()
                .updateServiceInstance(update -> update.serviceName("shop")
                        .name("a")
                        .deploymentType("CURRENT_VERSION")
                        .spec(TestStories.serviceSpec(TestStories.instance("a", "dev", 99))));
        stories.house().runDueWork();
        assertThat(stories.service("shop").spec()).contains("99");

        rollback(INSTANCE, first);
        stories.house().runDueWork();

        assertThat(stories.instance("shop", "a").spec()).contains("80");
        assertThat(stories.service("shop").spec()).contains("80").doesNotContain("99");
    }

    @Test
    void aDeploymentOfAnotherResourceIsNotFound() {
        String other = stories.sdk()
                .getEnvironment(get -> get.name("prod"))
                .environment()
                .lastSucceededDeploymentId();

        assertThat(refused(DEV, other)).isEqualTo("ResourceNotFoundException");
        assertThat(refused(DEV, "00000000-0000-4000-8000-000000000000")).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void aVersionThatIsGoneCannotComeBack() {
        String first = environment().lastSucceededDeploymentId();
        stories.publish(stories.registerEnvironment("vpc", "1", TestBundles.environmentWithMore()));
        for (String name : new String[] {"dev", "prod"}) {
            stories.sdk().updateEnvironment(update -> update.name(name).deploymentType("MINOR_VERSION"));
        }
        stories.house().runDueWork();
        stories.sdk()
                .deleteEnvironmentTemplateVersion(
                        delete -> delete.templateName("vpc").majorVersion("1").minorVersion("0"));

        WireAnswer answer = stories.house().call("RollbackDeployment", request(DEV, first));
        assertThat(answer.error()).isEqualTo("ConflictException");
        assertThat(answer.text("message")).contains("vpc:1.0").contains("deleted");
    }

    @Test
    void aBusyResourceIsLeftAlone() {
        String first = environment().lastSucceededDeploymentId();
        stories.house().engine().stay("environment/dev");
        stories.sdk().updateEnvironment(update -> update.name("dev").deploymentType("CURRENT_VERSION"));

        assertThat(refused(DEV, first)).isEqualTo("ConflictException");
    }

    @Test
    void aDeveloperRollsBackServicesButNoEnvironments() {
        stories.service("shop", "web", TestStories.serviceSpec(TestStories.instance("a", "dev", 80)));
        String id = stories.instance("shop", "a").lastSucceededDeploymentId();

        assertThat(stories.house()
                        .callAs("developer", "RollbackDeployment", request(INSTANCE, id))
                        .status())
                .isEqualTo(200);
        assertThat(stories.house()
                        .callAs(
                                "developer",
                                "RollbackDeployment",
                                request(DEV, environment().lastSucceededDeploymentId()))
                        .error())
                .isEqualTo("AccessDeniedException");
    }

    private Environment environment() {
        return stories.sdk().getEnvironment(get -> get.name("dev")).environment();
    }

    private WireAnswer rollback(String arn, String deployment) {
        WireAnswer answer = stories.house().call("RollbackDeployment", request(arn, deployment));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private String refused(String arn, String deployment) {
        return stories.house()
                .call("RollbackDeployment", request(arn, deployment))
                .error();
    }

    private static String request(String arn, String deployment) {
        return Json.write(Map.of("resourceArn", arn, "deploymentId", deployment));
    }
}
