package openproton.resource.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import openproton.TestBundles;
import openproton.TestStories;
import openproton.base.FileTree;
import openproton.provision.Order;
import openproton.render.terraform.TerraformFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.RepositoryProvider;

/// What the deployments of a Terraform bundle hand to their engines.
@SuppressWarnings("deprecation")
class TerraformDeploymentTest {
    private final TestStories stories = TestStories.open();

    @BeforeEach
    void registerATemplate() {
        stories.sdk().createEnvironmentTemplate(create -> create.name("tf"));
        stories.publish(stories.registerEnvironment("tf", null, TestBundles.terraformEnvironment("locals {\n}\n")));
        stories.house().repository("team/infra");
        stories.sdk()
                .createRepository(create -> create.name("team/infra")
                        .provider(RepositoryProvider.GITHUB)
                        .connectionArn(TestStories.CONNECTION));
    }

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void filesSayWhoseTheyAreAndWhichDeploymentMadeThem() {
        create(false);

        Order order = newestOrder();
        assertThat(order.files().files().keySet())
                .containsExactlyInAnyOrder(
                        "main.tf",
                        "proton.environment.variables.tf",
                        "proton.auto.tfvars.json",
                        ".proton/deployment-metadata.json");
        assertThat(order.files().text("main.tf").orElseThrow())
                .contains(TestStories.ACCOUNT + "environment/prod\n")
                .endsWith("*/\n\nlocals {\n}\n");
        assertThat(metadata(order))
                .contains("\"deploymentId\" : \"%s\"".formatted(order.deploymentId()))
                .contains("\"templateArn\" : \"%senvironment-template/tf\"".formatted(TestStories.ACCOUNT))
                .contains("\"templateMajorVersion\" : \"1\"");
        assertThat(order.files().text("proton.auto.tfvars.json").orElseThrow())
                .contains("\"proton:environment\" : \"%senvironment/prod\"".formatted(TestStories.ACCOUNT));
        assertThat(order.means().environment())
                .containsEntry("TF_HTTP_USERNAME", order.deploymentId())
                .doesNotContainKeys("AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN");
    }

    @Test
    void aDeletionByPullRequestProposesTheSameFilesMarked() {
        create(true);
        FileTree made = newestOrder().files();
        assertThat(newestOrder().means().environment()).doesNotContainKey("TF_HTTP_PASSWORD");

        delete();

        assertThat(newestOrder().action()).isEqualTo(Order.Action.DEPROVISION);
        assertThat(newestOrder().files()).isEqualTo(TerraformFiles.deleted(made));
        assertThat(metadata(newestOrder())).contains("<proton-resource-deleted>", "\"isResourceDeleted\" : true");
    }

    @Test
    void aDeletionByTheServerRunsTheFilesAsTheyWere() {
        create(false);
        FileTree made = newestOrder().files();

        delete();

        assertThat(newestOrder().files()).isEqualTo(made);
    }

    private void create(boolean byPullRequest) {
        stories.sdk().createEnvironment(create -> {
            create.name("prod").templateName("tf").templateMajorVersion("1").spec(TestStories.environmentSpec("north"));
            if (byPullRequest) {
                create.provisioningRepository(repository -> repository
                        .name("team/infra")
                        .provider(RepositoryProvider.GITHUB)
                        .branch("main"));
            }
        });
        stories.house().runDueWork();
    }

    private void delete() {
        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        stories.house().runDueWork();
    }

    private Order newestOrder() {
        return stories.house().engine().orders().getLast();
    }

    private static String metadata(Order order) {
        return order.files().text(TerraformFiles.METADATA).orElseThrow();
    }
}
