package openproton.provision.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import openproton.base.FileTree;
import openproton.git.HostKind;
import openproton.git.TestRepository;
import openproton.provision.Order;
import openproton.provision.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the files of a resource lie, and what happens to those that lie there already.
class ResourceFolderTest {
    private static final String ACCOUNT = "arn:aws:proton:eu-west-1:000000000000:";
    private static final String INSTANCE = ACCOUNT + "service/shop/service-instance/blue";
    private static final String PIPELINE = ACCOUNT + "service/shop/pipeline";
    private static final String COMPONENT = ACCOUNT + "component/queue";

    @TempDir
    Path folder;

    private PullRequestWorld world;
    private TestRepository repository;

    @BeforeEach
    void open() {
        world = new PullRequestWorld(folder, HostKind.GIT);
        repository = world.host.repository();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aRepositoryWithAFolderEnvironmentsHasEverythingButPipelinesThere() {
        repository.commit(Map.of("environments/README.md", "Ours."));

        assertThat(proposed("a", PullRequestWorld.PROD, "prod")).isEqualTo("environments/prod");
        assertThat(proposed("b", INSTANCE, "prod/shop-blue")).isEqualTo("environments/prod/shop-blue");
        assertThat(proposed("c", PIPELINE, "shop/pipeline")).isEqualTo("shop/pipeline");
    }

    @Test
    void aFileOfThatNameIsNoSuchFolder() {
        repository.commit(Map.of("environments", "A file.", "environments-old/x", "x"));

        assertThat(proposed("a", PullRequestWorld.PROD, "prod")).isEqualTo("prod");
    }

    @Test
    void theFolderWhereTheResourceLiesAlreadyIsKept() {
        repository.commit(Map.of(
                "live/prod/.proton/deployment-metadata.json",
                PullRequestWorld.metadata("before", PullRequestWorld.PROD),
                "live/other/.proton/deployment-metadata.json",
                "not json"));

        assertThat(proposed("a", PullRequestWorld.PROD, "prod")).isEqualTo("live/prod");
    }

    @Test
    void theFolderOfSomethingElseIsNotTakenBeforeThatIsRemoved() {
        String other = ACCOUNT + "service/shop-blue/service-instance/one";
        String metadata = PullRequestWorld.metadata("before", other);
        repository.commit(Map.of("prod/shop-blue-one/.proton/deployment-metadata.json", metadata));
        String arn = ACCOUNT + "service/shop/service-instance/blue-one";
        FileTree files = PullRequestWorld.files("a", arn);
        world.engine().start(world.order("a", Order.Action.PROVISION, arn, "prod/shop-blue-one", files));

        assertThat(world.look("a"))
                .isInstanceOfSatisfying(
                        Progress.Broken.class,
                        broken -> assertThat(broken.why()).contains("prod/shop-blue-one belongs to " + other));

        String removed = metadata.replaceFirst("\\{", "{\"isResourceDeleted\": true, ");
        repository.commit(Map.of("prod/shop-blue-one/.proton/deployment-metadata.json", removed));
        assertThat(proposed("b", arn, "prod/shop-blue-one")).isEqualTo("prod/shop-blue-one");
    }

    @Test
    void theFolderOfTheSameNameInAnotherAccountIsTakenOver() {
        String before = PullRequestWorld.PROD.replace("000000000000", "111122223333");
        repository.commit(Map.of("prod/.proton/deployment-metadata.json", PullRequestWorld.metadata("before", before)));

        assertThat(proposed("a", PullRequestWorld.PROD, "prod")).isEqualTo("prod");
    }

    @Test
    void aComponentLiesAmongTheComponentsUnlessItsEarlyFolderIsThere() {
        assertThat(proposed("a", COMPONENT, "prod/components/queue")).isEqualTo("prod/components/queue");

        repository.commit(Map.of("prod/queue/main.tf", "x"));

        assertThat(proposed("b", COMPONENT, "prod/components/queue")).isEqualTo("prod/queue");
    }

    @Test
    void whatTheTemplateNoLongerMakesGoesAndWhatIsOfPeopleStays() {
        repository.commit(Map.of(
                "prod/gone.tf", PullRequestWorld.header(PullRequestWorld.PROD) + "x",
                "prod/backend.tf", "terraform {}",
                "prod/other.tf", PullRequestWorld.header(PullRequestWorld.PROD + "-2") + "x",
                "prod/shop-blue/main.tf", PullRequestWorld.header(PullRequestWorld.PROD) + "x",
                "prod/shop-blue/.proton/deployment-metadata.json", PullRequestWorld.metadata("before", INSTANCE),
                "staging/main.tf", PullRequestWorld.header(PullRequestWorld.PROD) + "x"));

        proposed("a", PullRequestWorld.PROD, "prod");

        assertThat(repository.paths("openproton/a"))
                .containsExactly(
                        "README.md",
                        "prod/.proton/deployment-metadata.json",
                        "prod/backend.tf",
                        "prod/main.tf",
                        "prod/other.tf",
                        "prod/shop-blue/.proton/deployment-metadata.json",
                        "prod/shop-blue/main.tf",
                        "staging/main.tf");
    }

    @Test
    void aRemovalRemovesNoFile() {
        repository.commit(Map.of("prod/gone.tf", PullRequestWorld.header(PullRequestWorld.PROD) + "x"));
        FileTree files = FileTree.EMPTY.with(
                ".proton/deployment-metadata.json",
                PullRequestWorld.metadata("<proton-resource-deleted>", PullRequestWorld.PROD));

        world.engine().start(world.order("a", Order.Action.DEPROVISION, PullRequestWorld.PROD, "prod", files));

        assertThat(repository.paths("openproton/a"))
                .containsExactly("README.md", "prod/.proton/deployment-metadata.json", "prod/gone.tf");
    }

    @Test
    void aBranchSaysWhatKindOfResourceItIsAbout() {
        assertThat(branch(PullRequestWorld.PROD)).startsWith("proton--proton-environment-");
        assertThat(branch(INSTANCE)).startsWith("proton--proton-service_instance-");
        assertThat(branch(PIPELINE)).startsWith("proton--proton-pipeline-");
        assertThat(branch(COMPONENT)).matches("proton--proton-component-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private String branch(String arn) {
        return PullRequestOrder.of(world.order("a", Order.Action.PROVISION, arn, "x", FileTree.EMPTY))
                .branchOfPullRequest();
    }

    private String proposed(String deploymentId, String arn, String usual) {
        FileTree files = PullRequestWorld.files(deploymentId, arn);
        world.engine().start(world.order(deploymentId, Order.Action.PROVISION, arn, usual, files));
        return world.engine().resource(deploymentId).orElseThrow().name();
    }
}
