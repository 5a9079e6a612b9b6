package openproton.resource.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import openproton.TestBundles;
import openproton.TestStories;
import openproton.provision.Order;
import openproton.render.bundle.BundleArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.AccessDeniedException;
import software.amazon.awssdk.services.proton.model.ConflictException;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.EnvironmentAccountConnection;
import software.amazon.awssdk.services.proton.model.EnvironmentAccountConnectionStatus;
import software.amazon.awssdk.services.proton.model.Output;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.proton.model.ServiceStatus;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// Two accounts and what joins them (docs/behaviour/accounts-and-permissions.md#account-connections). The house's own
/// account manages, another one provides.
@SuppressWarnings("deprecation")
class AccountConnectionTest {
    private static final String FAR = "222222222222";
    private static final String FAR_ROLE = "arn:aws:iam::" + FAR + ":role/builds";

    private final TestStories stories = TestStories.open();
    private final ProtonClient management = stories.sdk();
    private final ProtonClient environment = stories.house().sdk(stories.house().otherAccount(FAR));

    @BeforeEach
    void prepare() {
        stories.environmentTemplate("vpc").serviceTemplate("web", "vpc");
    }

    @AfterEach
    void close() {
        environment.close();
        stories.close();
    }

    @Test
    void aConnectionIsRequestedAcceptedAndUsed() {
        String id = request("prod").id();
        assertThat(status(id)).isEqualTo(EnvironmentAccountConnectionStatus.PENDING);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> create("prod", id))
                .withMessageContaining("PENDING");

        management.acceptEnvironmentAccountConnection(accept -> accept.id(id));
        create("prod", id);
        stories.house().runDueWork();

        var created = management.getEnvironment(get -> get.name("prod")).environment();
        assertThat(created.deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(created.environmentAccountId()).isEqualTo(FAR);
        assertThat(created.environmentAccountConnectionId()).isEqualTo(id);
        assertThat(created.codebuildRoleArn()).isNull();
        assertThat(lastOrder().means().account()).isEqualTo(FAR);
    }

    @Test
    void whatIsDeployedThereKnowsItsAccount() {
        connected("prod");
        stories.service("shop", "web", TestStories.serviceSpec(TestStories.instance("a", "prod", 80)));

        assertThat(lastOrder().means().account()).isEqualTo(FAR);
        assertThat(lastOrder().files().text("proton-inputs.json"))
                .hasValueSatisfying(inputs -> assertThat(inputs).contains("\"account_id\":\"" + FAR + "\""));
    }

    @Test
    void eachSideMayDoOnlyWhatIsItsOwn() {
        String id = request("prod").id();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> environment.acceptEnvironmentAccountConnection(accept -> accept.id(id)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> environment.rejectEnvironmentAccountConnection(reject -> reject.id(id)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> management.deleteEnvironmentAccountConnection(delete -> delete.id(id)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> management.updateEnvironmentAccountConnection(
                        update -> update.id(id).roleArn(FAR_ROLE)));
        try (var stranger = stories.house().sdk(stories.house().otherAccount("333333333333"))) {
            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> stranger.getEnvironmentAccountConnection(get -> get.id(id)));
        }
        assertThat(environment
                        .getEnvironmentAccountConnection(get -> get.id(id))
                        .environmentAccountConnection())
                .isEqualTo(management
                        .getEnvironmentAccountConnection(get -> get.id(id))
                        .environmentAccountConnection());
    }

    @Test
    void nothingElseOfOneAccountIsVisibleToTheOther() {
        connected("prod");

        assertThat(environment.listEnvironments(list -> {}).environments()).isEmpty();
        assertThat(environment.listEnvironmentTemplates(list -> {}).templates()).isEmpty();
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> environment.getEnvironment(get -> get.name("prod")));
    }

    @Test
    void aRejectionIsFinal() {
        String id = request("prod").id();
        management.rejectEnvironmentAccountConnection(reject -> reject.id(id));
        management.rejectEnvironmentAccountConnection(reject -> reject.id(id));

        assertThat(status(id)).isEqualTo(EnvironmentAccountConnectionStatus.REJECTED);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> management.acceptEnvironmentAccountConnection(accept -> accept.id(id)));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> environment.updateEnvironmentAccountConnection(
                        update -> update.id(id).codebuildRoleArn(FAR_ROLE)));
        assertThat(request("prod").id()).isNotEqualTo(id);
    }

    @Test
    void aUsedConnectionCannotBeRejectedButDeletedAndReplaced() {
        String id = connected("prod");
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> management.rejectEnvironmentAccountConnection(reject -> reject.id(id)))
                .withMessageContaining("'prod'");

        environment.deleteEnvironmentAccountConnection(delete -> delete.id(id));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> management.updateEnvironment(
                        update -> update.name("prod").deploymentType("CURRENT_VERSION")))
                .withMessageContaining("is gone");
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> management.deleteEnvironment(delete -> delete.name("prod")))
                .withMessageContaining("is gone");

        String next = request("prod").id();
        management.acceptEnvironmentAccountConnection(accept -> accept.id(next));
        management.updateEnvironment(
                update -> update.name("prod").deploymentType("NONE").environmentAccountConnectionId(next));
        management.updateEnvironment(update -> update.name("prod").deploymentType("CURRENT_VERSION"));
        stories.house().runDueWork();
        assertThat(stories.environmentStatus("prod")).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void aServiceThatCannotBeReachedIsNotDeletedAndLosesNoInstance() {
        String id = connected("prod");
        String a = TestStories.instance("a", "prod", 80);
        stories.service("shop", "web", TestStories.serviceSpec(a, TestStories.instance("b", "prod", 81)));
        environment.deleteEnvironmentAccountConnection(delete -> delete.id(id));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> management.deleteService(delete -> delete.name("shop")))
                .withMessageContaining("is gone");
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() ->
                        management.updateService(update -> update.name("shop").spec(TestStories.serviceSpec(a))))
                .withMessageContaining("is gone");
        assertThat(management.getService(get -> get.name("shop")).service().status())
                .isEqualTo(ServiceStatus.ACTIVE);
    }

    @Test
    void aServiceThatProvisionedNothingIsDeletedAlsoWhenItsConnectionIsGone() {
        String id = connected("prod");
        management.createServiceTemplate(create -> create.name("torn").pipelineProvisioning("CUSTOMER_MANAGED"));
        stories.publish(stories.registerService("torn", "vpc", null, thatCannotBeRendered()));
        stories.service("shop", "torn", TestStories.serviceSpec(TestStories.instance("a", "prod", 80)));
        assertThat(stories.service("shop").status()).isEqualTo(ServiceStatus.CREATE_FAILED);
        environment.deleteEnvironmentAccountConnection(delete -> delete.id(id));

        management.deleteService(delete -> delete.name("shop"));
        stories.house().runDueWork();

        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> management.getService(get -> get.name("shop")));
    }

    @Test
    void aDeploymentThatLosesItsConnectionFailsAndSaysWhy() {
        String id = connected("prod");
        management.updateEnvironment(update -> update.name("prod").deploymentType("CURRENT_VERSION"));
        environment.deleteEnvironmentAccountConnection(delete -> delete.id(id));
        stories.house().runDueWork();

        var after = management.getEnvironment(get -> get.name("prod")).environment();
        assertThat(after.deploymentStatus()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(after.deploymentStatusMessage()).contains("is gone");
    }

    @Test
    void aBuildThatRunsEndsAlsoWhenItsConnectionIsGone() {
        String id = connected("prod");
        stories.house().engine().stay("environment/prod");
        management.updateEnvironment(update -> update.name("prod").deploymentType("CURRENT_VERSION"));
        stories.house().runWorkDueNow();
        environment.deleteEnvironmentAccountConnection(delete -> delete.id(id));
        stories.house().engine().letFinish("environment/prod");
        stories.house().runDueWork();

        assertThat(stories.environmentStatus("prod")).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void whatCannotBeRightIsRefused() {
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> environment.createEnvironmentAccountConnection(create ->
                        create.managementAccountId(FAR).environmentName("x").roleArn(FAR_ROLE)))
                .withMessageContaining("own account");
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> environment.createEnvironmentAccountConnection(
                        create -> create.managementAccountId("000000000000").environmentName("x")))
                .withMessageContaining("codebuildRoleArn");
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> environment.createEnvironmentAccountConnection(
                        create -> create.managementAccountId("000000000000")
                                .environmentName("x")
                                .roleArn(TestStories.ROLE)))
                .withMessageContaining(FAR);
        String id = request("other").id();
        management.acceptEnvironmentAccountConnection(accept -> accept.id(id));
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> create("prod", id))
                .withMessageContaining("'other'");
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> management.createEnvironment(create -> create.name("other")
                        .templateName("vpc")
                        .templateMajorVersion("1")
                        .environmentAccountConnectionId(id)
                        .codebuildRoleArn(TestStories.ROLE)
                        .spec(TestStories.environmentSpec("north"))))
                .withMessageContaining("codebuildRoleArn must be left out");
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> request("other"));
    }

    @Test
    void anEnvironmentAccountHasFiveAtMost() {
        for (int number = 1; number <= 5; number++) {
            request("environment-" + number);
        }
        assertThatExceptionOfType(ServiceQuotaExceededException.class)
                .isThrownBy(() -> request("environment-6"))
                .withMessageContaining("quotas.account-connections");
    }

    @Test
    void listsShowTheSideThatIsAskedFor() {
        String id = request("prod").id();
        request("test");
        management.acceptEnvironmentAccountConnection(accept -> accept.id(id));

        assertThat(environment
                        .listEnvironmentAccountConnections(list -> list.requestedBy("ENVIRONMENT_ACCOUNT"))
                        .environmentAccountConnections())
                .hasSize(2);
        assertThat(environment
                        .listEnvironmentAccountConnections(list -> list.requestedBy("MANAGEMENT_ACCOUNT"))
                        .environmentAccountConnections())
                .isEmpty();
        assertThat(management
                        .listEnvironmentAccountConnections(
                                list -> list.requestedBy("MANAGEMENT_ACCOUNT").statusesWithStrings("CONNECTED"))
                        .environmentAccountConnections())
                .singleElement()
                .satisfies(connection -> assertThat(connection.id()).isEqualTo(id));
    }

    @Test
    void theEnvironmentAccountMayNotifyAboutWhatItProvisions() {
        connected("prod");
        stories.house().engine().stay("environment/prod");
        management.updateEnvironment(update -> update.name("prod").deploymentType("CURRENT_VERSION"));
        stories.house().runWorkDueNow();
        String arn = TestStories.ACCOUNT + "environment/prod";

        environment.notifyResourceDeploymentStatusChange(notice -> notice.resourceArn(arn)
                .outputs(Output.builder().key("k").valueString("v").build()));
        try (var stranger = stories.house().sdk(stories.house().otherAccount("333333333333"))) {
            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> stranger.notifyResourceDeploymentStatusChange(
                            notice -> notice.resourceArn(arn).status("SUCCEEDED")));
        }
        stories.house().engine().letFinish("environment/prod");
        stories.house().runDueWork();
        assertThat(management
                        .listEnvironmentOutputs(list -> list.environmentName("prod"))
                        .outputs())
                .singleElement()
                .satisfies(output -> assertThat(output.valueString()).isEqualTo("v"));
    }

    @Test
    void aCloudFormationEnvironmentNeedsTheServiceRoleOfTheConnection() {
        management.createEnvironmentTemplate(create -> create.name("stack"));
        stories.publish(stories.registerEnvironment(
                "stack", null, TestBundles.cloudFormationEnvironment("Resources: {A: {Type: 'AWS::SQS::Queue'}}")));
        String id = environment
                .createEnvironmentAccountConnection(create -> create.managementAccountId("000000000000")
                        .environmentName("prod")
                        .codebuildRoleArn(FAR_ROLE))
                .environmentAccountConnection()
                .id();
        management.acceptEnvironmentAccountConnection(accept -> accept.id(id));

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> management.createEnvironment(create -> create.name("prod")
                        .templateName("stack")
                        .templateMajorVersion("1")
                        .environmentAccountConnectionId(id)
                        .spec(TestStories.environmentSpec("north"))))
                .withMessageContaining("account connection '" + id + "'");
    }

    private static byte[] thatCannotBeRendered() {
        String manifest = "infrastructure: {templates: [{file: cloudformation.yaml, rendering_engine: jinja,"
                + " template_language: cloudformation}]}";
        return BundleArchive.pack(BundleArchive.unpack(TestBundles.service())
                .with("instance_infrastructure/manifest.yaml", manifest)
                .with("instance_infrastructure/cloudformation.yaml", "Resources: {{ environment.nothing.below }}"));
    }

    private EnvironmentAccountConnection request(String name) {
        return environment
                .createEnvironmentAccountConnection(create -> create.managementAccountId("000000000000")
                        .environmentName(name)
                        .roleArn(FAR_ROLE)
                        .codebuildRoleArn(FAR_ROLE))
                .environmentAccountConnection();
    }

    private String connected(String name) {
        String id = request(name).id();
        management.acceptEnvironmentAccountConnection(accept -> accept.id(id));
        create(name, id);
        stories.house().runDueWork();
        return id;
    }

    private void create(String name, String connection) {
        management.createEnvironment(create -> create.name(name)
                .templateName("vpc")
                .templateMajorVersion("1")
                .environmentAccountConnectionId(connection)
                .spec(TestStories.environmentSpec("north")));
    }

    private EnvironmentAccountConnectionStatus status(String id) {
        return management
                .getEnvironmentAccountConnection(get -> get.id(id))
                .environmentAccountConnection()
                .status();
    }

    private Order lastOrder() {
        return stories.house().engine().orders().getLast();
    }
}
