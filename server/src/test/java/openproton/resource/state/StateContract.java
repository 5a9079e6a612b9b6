package openproton.resource.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import openproton.TestBundles;
import openproton.TestHouse;
import openproton.TestStories;
import openproton.provision.DeploymentLog;
import openproton.provision.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The protocol of Terraform's `http` backend, spoken to a whole house; on every database.
@SuppressWarnings("deprecation")
abstract class StateContract {
    private static final String PROD = "environment/prod";
    private static final String STATE = "{\"version\":4,\"password\":\"hunter2\"}";

    private TestStories stories;
    private StateClient terraform;

    abstract String address();

    @BeforeEach
    void startADeployment() {
        stories = TestStories.in(TestHouse.open(TestHouse.World.on(address())));
        stories.sdk().createEnvironmentTemplate(create -> create.name("tf"));
        stories.publish(stories.registerEnvironment("tf", null, TestBundles.terraformEnvironment("locals {\n}\n")));
        stories.house().engine().stay(PROD);
        stories.sdk()
                .createEnvironment(create -> create.name("prod")
                        .templateName("tf")
                        .templateMajorVersion("1")
                        .spec(TestStories.environmentSpec("north")));
        stories.house().runDueWork();
        terraform = StateClient.of(newestOrder().means().environment());
    }

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void aStateComesBackAsItWasKept() {
        assertThat(terraform.get().statusCode()).isEqualTo(204);

        assertThat(terraform.lockWith("one").statusCode()).isEqualTo(200);
        assertThat(terraform.post(STATE, "one").statusCode()).isEqualTo(200);
        assertThat(terraform.unlockWith("one").statusCode()).isEqualTo(200);

        assertThat(terraform.get().body()).isEqualTo(STATE);
        assertThat(terraform.send("DELETE", "", "").statusCode()).isEqualTo(200);
        assertThat(terraform.get().statusCode()).isEqualTo(204);
        assertThat(rows("SELECT number || ' ' || deployment_id AS row FROM terraform_state ORDER BY number"))
                .containsExactly(
                        "1 " + newestOrder().deploymentId(),
                        "2 " + newestOrder().deploymentId());
    }

    @Test
    void aLockKeepsOthersOutAndSaysWhoHasIt() {
        terraform.lockWith("one");

        assertThat(terraform.lockWith("one").statusCode()).isEqualTo(200);
        expect(terraform.lockWith("two"), 423, StateClient.lock("one"));
        expect(terraform.post(STATE, "two"), 409, StateClient.lock("one"));
        expect(terraform.post(STATE), 409, StateClient.lock("one"));
        expect(terraform.unlockWith("two"), 409, StateClient.lock("one"));
        terraform.unlockWith("one");
        assertThat(terraform.unlockWith("one").statusCode()).isEqualTo(200);
        expect(terraform.post(STATE, "one"), 409, "the lock one is no longer held");
        expect(terraform.send("LOCK", "", "nonsense"), 409, "has the member ID");
        assertThat(terraform.lockWith("two").statusCode()).isEqualTo(200);
        assertThat(terraform.send("UNLOCK", "", "").statusCode()).isEqualTo(200);
        assertThat(terraform.post(STATE).statusCode()).isEqualTo(200);
        assertThat(terraform.get().body()).isEqualTo(STATE);
    }

    @Test
    void whatIsKeptTellsNobodyAnything() {
        terraform.post(STATE);

        byte[] sealed = stories.house()
                .database()
                .read(tx -> tx.find("SELECT sealed FROM terraform_state", row -> row.bytes("sealed")))
                .orElseThrow();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2", "version");
        stories.house().database().change(tx -> tx.update("UPDATE terraform_state SET number = 7"));
        HttpResponse<String> answer = terraform.get();
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("InternalServerException").doesNotContain("hunter2");
    }

    @Test
    void theNewestFiftyVersionsAreKept() {
        for (int number = 1; number <= 52; number++) {
            terraform.post("{\"serial\":%d}".formatted(number));
        }

        assertThat(rows("SELECT CAST(number AS TEXT) AS row FROM terraform_state ORDER BY number"))
                .hasSize(50)
                .startsWith("3")
                .endsWith("52");
        assertThat(terraform.get().body()).isEqualTo("{\"serial\":52}");
    }

    @Test
    void nobodyReachesAStateThatIsNotHis() {
        HttpResponse<String> unknown = terraform.as("somebody", "secret").get();
        expect(unknown, 401, "UnauthorizedException");
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"OpenProton\"");
        expect(terraform.as("somebody", terraform.password()).get(), 401, "UnauthorizedException");
        expect(terraform.as(terraform.user(), "AAAA").post(STATE), 401, "UnauthorizedException");
        expect(terraform.at(terraform.address() + "2").get(), 403, "only reach the state of its own resource");
        expect(
                terraform
                        .at(terraform.address().replace(":000000000000:", ":111111111111:"))
                        .get(),
                403,
                "ForbiddenException");
        expect(terraform.at(terraform.address() + "/../dev").get(), 403, "ForbiddenException");
        expect(terraform.send("PUT", "", STATE), 405, "MethodNotAllowedException");
        stories.house().clock().pass(Duration.ofHours(2));
        expect(terraform.get(), 401, "the time of this deployment's Terraform is over");
        assertThat(rows("SELECT arn AS row FROM terraform_state")).isEmpty();
    }

    @Test
    void aStateThatIsTooLargeIsRefused() {
        expect(terraform.post("x".repeat((64 << 20) + 1)), 413, "a state may have 64 MB at most");
        assertThat(terraform.post("x".repeat(4 << 20)).statusCode()).isEqualTo(200);
        assertThat(terraform.get().body()).hasSize(4 << 20);
    }

    @Test
    void theLockOfABuildThatWasKilledEndsWithItsDeployment() {
        String deployment = newestOrder().deploymentId();
        terraform.lockWith("left");
        terraform.post(STATE, "left");
        stories.house().engine().letFail(PROD, "killed");
        stories.house().runDueWork();

        assertThat(log(deployment)).contains("released the state lock left that the build left (OperationTypeApply)");
        expect(terraform.post(STATE, "left"), 409, "is not under way");
        expect(terraform.lockWith("late"), 409, "is not under way");
        assertThat(terraform.get().body()).isEqualTo(STATE);
        update();
        assertThat(StateClient.of(newestOrder().means().environment())
                        .lockWith("next")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLockOfADeploymentThatIsOverIsTakenOverAndTheLogSaysSo() {
        terraform.lockWith("old");
        stories.house().database().change(tx -> tx.update("UPDATE terraform_lock SET deployment_id = 'gone'"));

        assertThat(terraform.lockWith("new").statusCode()).isEqualTo(200);

        assertThat(log(newestOrder().deploymentId()))
                .contains("took over the state lock old that the build of deployment gone left (OperationTypeApply)");
        expect(terraform.post(STATE, "old"), 409, StateClient.lock("new"));
    }

    @Test
    void credentialsOfAnEarlierDeploymentChangeNothingWhileALaterOneRuns() {
        stories.house().engine().letFinish(PROD);
        stories.house().runDueWork();
        stories.house().engine().stay(PROD);
        update();

        expect(terraform.lockWith("late"), 409, "is not under way");
        expect(terraform.post(STATE), 409, "is not under way");
        assertThat(StateClient.of(newestOrder().means().environment())
                        .post(STATE)
                        .statusCode())
                .isEqualTo(200);
    }

    private void update() {
        stories.sdk().updateEnvironment(update -> update.name("prod").deploymentType("CURRENT_VERSION"));
        stories.house().engine().stay(PROD);
        stories.house().runDueWork();
    }

    private Order newestOrder() {
        return stories.house().engine().orders().getLast();
    }

    private String log(String deployment) {
        return new DeploymentLog(stories.house().data())
                .read(deployment, 0, 100_000)
                .text();
    }

    private List<String> rows(String sql) {
        return stories.house().database().read(tx -> tx.list(sql, row -> row.text("row")));
    }

    private static void expect(HttpResponse<String> answer, int status, String text) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(text);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }
}
