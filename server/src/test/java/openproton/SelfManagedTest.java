package openproton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import openproton.git.TestRepository;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.Deployment;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.ProvisionedResource;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;

/// Self-managed provisioning through the whole house, from proposal to deletion.
@SuppressWarnings("deprecation")
class SelfManagedTest extends SelfManagedStories {
    @Test
    void anEnvironmentIsProposedMergedAndReported() {
        create();
        String branch = proposal();

        assertThat(repository.paths(branch))
                .containsExactlyInAnyOrder(
                        "README.md",
                        "prod/" + METADATA,
                        "prod/main.tf",
                        "prod/proton.auto.tfvars.json",
                        "prod/proton.environment.variables.tf");
        assertThat(repository.text(branch, "prod/main.tf")).startsWith("/*").contains(ENVIRONMENT, "output \"zone\"");
        assertThat(repository.text(branch, "prod/proton.auto.tfvars.json")).contains("\"zone\" : \"north\"");
        assertThat(branch).isEqualTo("openproton/" + deploymentId(branch, "prod"));
        assertThat(repository.message(branch))
                .startsWith("Update requested for Proton - environment/prod")
                .contains("+output \"zone\" {", ENVIRONMENT);

        assertThat(message()).startsWith("Waiting until ");
        accept(branch);
        assertThat(status()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(message()).contains("was merged as", "waiting for the automation of the repository to report");
        String deployment = deploymentId("main", "prod");
        stories.sdk()
                .notifyResourceDeploymentStatusChange(notify -> notify.resourceArn(ENVIRONMENT)
                        .deploymentId(deployment)
                        .status("IN_PROGRESS")
                        .statusMessage("terraform applies 3 changes"));
        pass();
        assertThat(message()).isEqualTo("terraform applies 3 changes");
        assertThat(stories.sdk().getDeployment(get -> get.id(deployment)).deployment())
                .extracting(Deployment::deploymentStatusMessage)
                .isEqualTo(message());

        succeed(ENVIRONMENT, deployment, "zone", "north");
        assertThat(status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(message()).isNull();
        assertThat(stories.sdk()
                        .listEnvironmentOutputs(list -> list.environmentName("prod"))
                        .outputs())
                .containsExactly(output("zone", "north"));
        assertThat(stories.sdk()
                        .listEnvironmentProvisionedResources(list -> list.environmentName("prod"))
                        .provisionedResources())
                .singleElement()
                .matches(resource -> resource.provisioningEngineAsString().equals("TERRAFORM"))
                .extracting(ProvisionedResource::name)
                .isEqualTo("prod");
    }

    @Test
    void anInstanceLiesBelowItsEnvironmentAndReadsItsOutputs() {
        deployed();
        service();
        String branch = proposal(path -> path.endsWith("/service-instance/blue"));

        String folder = "prod/shop-blue/";
        assertThat(repository.paths(branch))
                .contains(folder + METADATA, folder + "main.tf", folder + "proton.service_instance.variables.tf");
        assertThat(repository.text(branch, folder + "proton.auto.tfvars.json"))
                .contains("\"zone\" : \"north\"", "\"port\" : 80");
        accept(branch);
        succeed(INSTANCE, deploymentId("main", "prod/shop-blue"), "url", "http://blue");
        assertThat(stories.instance("shop", "blue").deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void aPipelineIsProposedToTheRepositoryOfTheAccount() {
        deployed();
        TestRepository pipelines = stories.house().repository("shop/pipelines");
        link("shop/pipelines");
        stories.sdk().updateAccountSettings(update -> update.pipelineProvisioningRepository(branch("shop/pipelines")));
        service();
        String instance = proposal(path -> path.endsWith("/service-instance/blue"));
        accept(instance);
        succeed(INSTANCE, deploymentId("main", "prod/shop-blue"), "url", "http://blue");
        pass();

        String pipeline = pipelines.branches().stream()
                .filter(name -> name.startsWith("openproton/"))
                .findFirst()
                .orElseThrow();
        assertThat(pipelines.text(pipeline, "shop/pipeline/proton.auto.tfvars.json"))
                .contains("http://blue");
        stories.sdk().updateAccountSettings(update -> update.deletePipelineProvisioningRepository(true));
        pass();
        pipelines.merge(pipeline);
        succeed(
                TestStories.ACCOUNT + "service/shop/pipeline",
                deploymentId(pipelines, "main", "shop/pipeline"),
                "role",
                "builder");
        assertThat(stories.service("shop").pipeline().deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void aComponentLiesAmongTheComponentsOfItsEnvironment() {
        deployed();
        stories.sdk()
                .createComponent(create -> create.name("queue")
                        .environmentName("prod")
                        .manifest("""
                            infrastructure:
                              templates:
                                - file: "queue.tf"
                                  rendering_engine: hcl
                                  template_language: terraform
                            """)
                        .templateFile("output \"queue\" {\n  value = var.environment.name\n}\n"));
        pass();
        String branch = proposal(title -> title.endsWith("component/queue"));

        String folder = "prod/components/queue";
        assertThat(repository.text(branch, folder + "/queue.tf")).contains("component/queue", "output \"queue\"");
        accept(branch);
        succeed(TestStories.ACCOUNT + "component/queue", deploymentId("main", folder), "queue", "prod");
        assertThat(stories.sdk()
                        .getComponent(get -> get.name("queue"))
                        .component()
                        .deploymentStatus())
                .isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void filesLieInEnvironmentsWhereTheBranchHasThatFolderAndAnUpdateTouchesNothingElse() {
        repository.commit(Map.of("environments/README.md", "Layout 1.\n", "environments/dev/main.tf", "# dev\n"));
        create();
        String first = proposal();
        accept(first);
        succeed(ENVIRONMENT, deploymentId("main", "environments/prod"), "zone", "north");

        update("south");
        String second = proposal();
        assertThat(repository.text(second, "environments/prod/proton.auto.tfvars.json"))
                .contains("\"zone\" : \"south\"");
        assertThat(repository.text(second, "environments/dev/main.tf")).isEqualTo("# dev\n");
        assertThat(repository.paths(second)).containsExactlyElementsOf(repository.paths("main"));
        assertThat(repository.message(second)).contains("\"zone\" : \"south\"").doesNotContain("+output \"zone\" {");
    }

    @Test
    void aDeletionIsMarkedInTheFilesAndEndsWithItsMerge() {
        deployed();
        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        pass();
        String branch = proposal();

        assertThat(repository.text(branch, "prod/" + METADATA))
                .contains("\"isResourceDeleted\" : true", "<proton-resource-deleted>");
        assertThat(repository.paths(branch)).containsExactlyElementsOf(repository.paths("main"));
        assertThat(repository.text(branch, "prod/main.tf")).contains("no longer keeps");
        assertThat(repository.message(branch)).contains("**removes**", "+OpenProton no longer keeps this file");
        accept(branch);
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(this::status);
    }

    @Test
    void aHostThatIsAwayForAWhileLosesNothing() throws IOException {
        Path host = stories.house().data().resolve("git");
        Path away = host.resolveSibling("away");
        Files.move(host, away);
        create();
        assertThat(status()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(log()).contains("will be retried");
        assertThat(message()).startsWith("The step failed; it will be retried: ");

        Files.move(away, host);
        pass();
        assertThat(message()).startsWith("Waiting until");
        String branch = proposal();
        Path gone = repository.folder().resolveSibling("gone");
        Files.move(repository.folder(), gone);
        pass();
        assertThat(status()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(log()).contains("There is no repository");

        Files.move(gone, repository.folder());
        accept(branch);
        assertThat(log()).contains("merged as");
        succeed(ENVIRONMENT, deploymentId("main", "prod"), "zone", "north");
        assertThat(status()).isEqualTo(DeploymentStatus.SUCCEEDED);
    }
}
