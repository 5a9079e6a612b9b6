package openproton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.signing.RequestSigner;
import openproton.aws.StandIn;
import openproton.aws.StandInClients;
import openproton.base.LocalRole;
import openproton.base.SettableClock;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.AwsRoles;
import openproton.provision.aws.AwsSettings;
import openproton.server.WireClient;
import openproton.store.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.Environment;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// Commands and Terraform act in the role that their environment names, and notify with the credentials of that role.
@SuppressWarnings("deprecation")
class BuildRolesTest {
    private static final String FAR = "222222222222";
    private static final String FAR_ROLE = "arn:aws:iam::" + FAR + ":role/builds";
    private static final String PROD = TestStories.ACCOUNT + "environment/prod";
    private static final String NOTICE =
            "{\"resourceArn\":\"%s\",\"outputs\":[{\"key\":\"vpc\",\"valueString\":\"vpc-1\"}]}";

    private static final String MANIFEST = """
        infrastructure:
          templates:
            - file: "queue.tf"
              rendering_engine: hcl
              template_language: terraform
        """;

    private final StandIn aws = StandIn.open();
    private final AwsSettings settings = new AwsSettings(
            new AwsSettings.Endpoints(Optional.of(aws.uri()), Map.of()),
            Optional.empty(),
            Optional.of(new AwsSettings.AccessKeyPair("AKIASTANDIN", "secret")),
            true,
            Optional.empty());
    private final TestHouse.World world = TestHouse.World.on(TestDatabases.sqlite());
    private TestStories stories = TestStories.in(TestHouse.lending(
            world, Optional.of(new AwsRoles(new AwsClients(settings, new SettableClock()), settings))));

    @BeforeEach
    void prepare() {
        stories.environmentTemplate("vpc");
        stories.sdk().createEnvironmentTemplate(create -> create.name("tf"));
        stories.publish(stories.registerEnvironment("tf", null, TestBundles.terraformEnvironment("locals {\n}\n")));
        stories.house().engine().stay("environment/prod");
    }

    @AfterEach
    void close() {
        stories.close();
        aws.close();
    }

    @Test
    void commandsActInTheRoleOfTheOtherAccountAndNotifyWithItsCredentials() {
        createInOtherAccount("vpc");

        assertThat(whoAmI()).isEqualTo("arn:aws:sts::%s:assumed-role/builds/proton-environment-prod".formatted(FAR));
        assertThat(variables())
                .containsEntry("AWS_CREDENTIAL_EXPIRATION", "2099-01-01T00:00:00Z")
                .containsEntry("AWS_ENDPOINT_URL", aws.uri().toString())
                .containsEntry(
                        "AWS_ENDPOINT_URL_PROTON", stories.house().address().toString());

        assertThat(call("NotifyResourceDeploymentStatusChange", NOTICE.formatted(PROD))
                        .status())
                .isEqualTo(200);
        finish();
        assertThat(stories.sdk()
                        .listEnvironmentOutputs(list -> list.environmentName("prod"))
                        .outputs())
                .singleElement()
                .satisfies(output -> assertThat(output.valueString()).isEqualTo("vpc-1"));
    }

    @Test
    void rolesAreReplacedFromTheNextDeploymentOn() {
        createInOtherAccount("vpc");
        finish();
        try (var there = stories.house().sdk("account-" + FAR)) {
            String connection = prod().environmentAccountConnectionId();
            there.updateEnvironmentAccountConnection(
                    update -> update.id(connection).codebuildRoleArn("arn:aws:iam::" + FAR + ":role/next"));
        }
        stories.sdk().updateEnvironment(update -> update.name("prod").deploymentType("CURRENT_VERSION"));
        stories.house().runDueWork();

        assertThat(whoAmI()).endsWith("assumed-role/next/proton-environment-prod");
    }

    @Test
    void theCredentialsOfARoleOpenNothingElseHere() {
        createInOtherAccount("vpc");

        String other = NOTICE.formatted(TestStories.ACCOUNT + "environment/test");
        assertThat(call("NotifyResourceDeploymentStatusChange", other).error()).isEqualTo("AccessDeniedException");
        assertThat(call("ListEnvironments", "{}").error()).isEqualTo("AccessDeniedException");
    }

    @Test
    void theCredentialsOfARoleAreAcceptedAsLongAsABuildMayTake() {
        createInOtherAccount("vpc");
        world.clock().pass(Duration.ofMinutes(30));
        assertThat(call("NotifyResourceDeploymentStatusChange", NOTICE.formatted(PROD))
                        .status())
                .isEqualTo(200);

        world.clock().pass(Duration.ofMinutes(2));
        assertThat(call("NotifyResourceDeploymentStatusChange", NOTICE.formatted(PROD))
                        .error())
                .isEqualTo("ExpiredTokenException");
    }

    @Test
    void terraformActsInTheRoleOfTheOtherAccountAndReachesItsStateAsEver() {
        createInOtherAccount("tf");

        assertThat(whoAmI()).isEqualTo("arn:aws:sts::%s:assumed-role/builds/proton-environment-prod".formatted(FAR));
        assertThat(variables()).containsKeys("TF_HTTP_ADDRESS", "TF_HTTP_PASSWORD");
    }

    @Test
    void terraformOfAComponentInAnotherAccountNeedsARoleThere() {
        createInOtherAccount("tf");
        finish();
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(this::createComponent)
                .withMessageContaining("UpdateEnvironmentAccountConnection");

        giveComponentRole();
        createComponent();
        stories.house().runDueWork();
        assertThat(whoAmI()).isEqualTo("arn:aws:sts::%s:assumed-role/components/proton-component-queue".formatted(FAR));
    }

    @Test
    void terraformIsNotRunWithoutARoleOfTheAccountItWorksIn() {
        createInOtherAccount("tf");
        finish();
        giveComponentRole();
        createComponent();
        stories.house().runDueWork();
        int orders = stories.house().engine().orders().size();
        replaceConnection();
        stories.sdk().deleteComponent(delete -> delete.name("queue"));
        stories.house().runDueWork();

        var left = stories.sdk().getComponent(get -> get.name("queue")).component();
        assertThat(left.deploymentStatus()).isEqualTo(DeploymentStatus.DELETE_FAILED);
        assertThat(left.deploymentStatusMessage()).contains(FAR).contains("names no role for it");
        assertThat(stories.house().engine().orders()).hasSize(orders);
    }

    private void createComponent() {
        stories.sdk()
                .createComponent(create -> create.name("queue")
                        .environmentName("prod")
                        .manifest(MANIFEST)
                        .templateFile("locals {\n}\n"));
    }

    private void giveComponentRole() {
        try (var there = stories.house().sdk("account-" + FAR)) {
            String connection = prod().environmentAccountConnectionId();
            there.updateEnvironmentAccountConnection(
                    update -> update.id(connection).componentRoleArn("arn:aws:iam::" + FAR + ":role/components"));
        }
    }

    /// Another connection takes the place of the one in use; it names no role for components.
    private void replaceConnection() {
        try (var there = stories.house().sdk("account-" + FAR)) {
            there.deleteEnvironmentAccountConnection(delete -> delete.id(prod().environmentAccountConnectionId()));
            String next = connect(there);
            stories.sdk()
                    .updateEnvironment(
                            update -> update.name("prod").deploymentType("NONE").environmentAccountConnectionId(next));
        }
    }

    @Test
    void theLocalRoleIsOnlyANameAndNeverAssumed() {
        for (String template : List.of("vpc", "tf")) {
            stories.sdk()
                    .createEnvironment(create -> create.name(template + "-local")
                            .templateName(template)
                            .templateMajorVersion("1")
                            .codebuildRoleArn(LocalRole.of(PROD))
                            .spec(TestStories.environmentSpec("north")));
            stories.house().runDueWork();
        }

        assertThat(aws.calls("AssumeRole")).isEmpty();
        assertThat(stories.house().engine().orders())
                .hasSize(2)
                .allSatisfy(order -> assertThat(order.means().role()).isEmpty());
    }

    @Test
    void aRoleThatCannotBeAssumedFailsTheDeploymentAndIsNamed() {
        aws.denyRole(FAR_ROLE);
        createInOtherAccount("vpc");

        assertThat(prod().deploymentStatus()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(prod().deploymentStatusMessage())
                .contains("The role " + FAR_ROLE + " cannot be assumed")
                .contains("Its trust policy must allow sts:AssumeRole");

        aws.allowRole(FAR_ROLE);
        stories.sdk().updateEnvironment(update -> update.name("prod").deploymentType("CURRENT_VERSION"));
        finish();
        assertThat(prod().deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void awsThatIsAwayForAWhileDelaysTheDeploymentOnly() {
        aws.failInternally(3);
        createInOtherAccount("vpc");
        finish();

        assertThat(prod().deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void withoutRolesCommandsHaveCredentialsForNotifyingAlone() {
        stories.close();
        stories = TestStories.in(TestHouse.open(world));
        createInOtherAccount("vpc");

        assertThat(variables()).doesNotContainKey("AWS_ENDPOINT_URL");
        assertThat(aws.calls("AssumeRole")).isEmpty();
        assertThat(call("NotifyResourceDeploymentStatusChange", NOTICE.formatted(PROD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutRolesTerraformIsNotRunForAnotherAccount() {
        stories.close();
        stories = TestStories.in(TestHouse.open(world));
        createInOtherAccount("tf");

        assertThat(prod().deploymentStatus()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(prod().deploymentStatusMessage()).contains(FAR_ROLE).contains("aws.build-roles");
        assertThat(stories.house().engine().orders()).isEmpty();
    }

    private void createInOtherAccount(String template) {
        try (var there = stories.house().sdk(stories.house().otherAccount(FAR))) {
            String connection = connect(there);
            stories.sdk()
                    .createEnvironment(create -> create.name("prod")
                            .templateName(template)
                            .templateMajorVersion("1")
                            .environmentAccountConnectionId(connection)
                            .spec(TestStories.environmentSpec("north")));
        }
        stories.house().runDueWork();
    }

    /// A connection for `prod` with a role for builds, accepted.
    private String connect(ProtonClient there) {
        String connection = there.createEnvironmentAccountConnection(
                        create -> create.managementAccountId("000000000000")
                                .environmentName("prod")
                                .codebuildRoleArn(FAR_ROLE))
                .environmentAccountConnection()
                .id();
        stories.sdk().acceptEnvironmentAccountConnection(accept -> accept.id(connection));
        return connection;
    }

    private void finish() {
        stories.house().engine().letFinish("environment/prod");
        stories.house().runDueWork();
    }

    private Environment prod() {
        return stories.sdk().getEnvironment(get -> get.name("prod")).environment();
    }

    /// What the engine gives the commands.
    private Map<String, String> variables() {
        return stories.house().engine().orders().getLast().means().environment();
    }

    private AwsSessionCredentials keys() {
        return AwsSessionCredentials.create(
                variables().get("AWS_ACCESS_KEY_ID"),
                variables().get("AWS_SECRET_ACCESS_KEY"),
                variables().get("AWS_SESSION_TOKEN"));
    }

    /// Who the commands are for AWS.
    private String whoAmI() {
        try (var sts = new StandInClients(aws.uri()).sts()) {
            return sts.getCallerIdentity(get -> get.overrideConfiguration(
                            as -> as.credentialsProvider(StaticCredentialsProvider.create(keys()))))
                    .arn();
        }
    }

    /// Calls the house as the commands do.
    private WireAnswer call(String operation, String json) {
        var signer = new RequestSigner(
                keys().accessKeyId(),
                keys().secretAccessKey(),
                Optional.of(keys().sessionToken()),
                TestSdk.REGION,
                "proton");
        var client = new WireClient(stories.house().address().getPort(), signer, world.clock());
        var answer = client.send(client.signed("AwsProton20200720." + operation, json));
        return new WireAnswer(answer.statusCode(), answer.body());
    }
}
