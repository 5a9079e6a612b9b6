package openproton.resource.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import openproton.TestStories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.ConflictException;
import software.amazon.awssdk.services.proton.model.Repository;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ValidationException;

@SuppressWarnings("deprecation")
class RepositoryTest {
    private final TestStories stories = TestStories.open();

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void aLinkNamesItsProviderInLowerCase() {
        Repository linked = link("shop/infrastructure");

        assertThat(linked.arn()).isEqualTo(TestStories.ACCOUNT + "repository/github:shop/infrastructure");
        assertThat(stories.sdk()
                        .getRepository(get -> get.provider("GITHUB").name("shop/infrastructure"))
                        .repository())
                .isEqualTo(linked);
        assertThat(stories.sdk()
                        .listTagsForResource(list -> list.resourceArn(linked.arn()))
                        .tags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.key()).isEqualTo("aws:proton:account"));
    }

    @Test
    void linksAreListedByName() {
        link("shop/b");
        link("shop/a");

        assertThat(stories.sdk().listRepositories(list -> {}).repositories())
                .extracting(repository -> repository.name())
                .containsExactly("shop/a", "shop/b");
    }

    @Test
    void pipelinesUseALinkedRepository() {
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> settings("shop/pipelines"))
                .withMessageContaining("CreateRepository");
        link("shop/pipelines");
        settings("shop/pipelines");

        var repository =
                stories.sdk().getAccountSettings(get -> {}).accountSettings().pipelineProvisioningRepository();
        assertThat(repository.branch()).isEqualTo("main");
        assertThat(repository.arn()).endsWith("repository/github:shop/pipelines");

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> stories.sdk()
                        .updateAccountSettings(update -> update.deletePipelineProvisioningRepository(true)
                                .pipelineProvisioningRepository(branch -> branch.provider("GITHUB")
                                        .name("shop/pipelines")
                                        .branch("main"))));
        stories.sdk().updateAccountSettings(update -> update.deletePipelineProvisioningRepository(true));
        assertThat(stories.sdk().getAccountSettings(get -> {}).accountSettings().pipelineProvisioningRepository())
                .isNull();
    }

    @Test
    void aRepositoryInUseStaysLinked() {
        link("shop/pipelines");
        settings("shop/pipelines");
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> unlink("shop/pipelines"))
                .withMessageContaining("account settings");

        stories.sdk().updateAccountSettings(update -> update.deletePipelineProvisioningRepository(true));
        unlink("shop/pipelines");
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> unlink("shop/pipelines"));
    }

    private Repository link(String name) {
        stories.house().repository(name);
        return stories.sdk()
                .createRepository(create -> create.provider("GITHUB").name(name).connectionArn(TestStories.CONNECTION))
                .repository();
    }

    private void unlink(String name) {
        stories.sdk().deleteRepository(delete -> delete.provider("GITHUB").name(name));
    }

    private void settings(String name) {
        stories.sdk()
                .updateAccountSettings(update -> update.pipelineProvisioningRepository(
                        branch -> branch.provider("GITHUB").name(name).branch("main")));
    }
}
