package openproton.resource.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.TestStories;
import openproton.api.RepositoryProvider;
import openproton.api.SyncType;
import openproton.git.Connection;
import openproton.git.GitConnections;
import openproton.git.GitRepository;
import openproton.git.HostKind;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.request.Scope;
import openproton.store.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Configurations that come and go while their branch is being read.
@SuppressWarnings("deprecation")
class SyncMeanwhileTest {
    private static final Followed MAIN = new Followed(
            new Scope("000000000000", "eu-west-1"),
            SyncType.TEMPLATE_SYNC,
            new LinkedBranch(RepositoryProvider.GITHUB, "shop/templates", "main"));

    private final TestStories stories = TestStories.open();

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void whatComesWhileTheBranchIsReadIsToldByTheNextLook() {
        prepare();
        follow("one");
        look(() -> follow("two"));
        assertThat(wanted("two")).isEmpty();

        stories.house().runDueWork();
        assertThat(wanted("one")).isPresent();
        assertThat(wanted("two")).isPresent();
    }

    @Test
    void whatGoesWhileTheBranchIsReadIsToldNothing() {
        prepare();
        follow("one");
        look(() -> stories.sdk()
                .deleteTemplateSyncConfig(delete -> delete.templateName("one").templateType("ENVIRONMENT")));

        assertThat(wanted("one")).isEmpty();
    }

    private void prepare() {
        stories.house()
                .repository("shop/templates")
                .commit(Map.of("one/v1/schema/schema.yaml", "schema: {", "two/v1/schema/schema.yaml", "schema: {"));
        stories.sdk()
                .createRepository(create ->
                        create.provider("GITHUB").name("shop/templates").connectionArn(TestStories.CONNECTION));
        stories.sdk().createEnvironmentTemplate(create -> create.name("one"));
        stories.sdk().createEnvironmentTemplate(create -> create.name("two"));
    }

    private void follow(String template) {
        stories.sdk()
                .createTemplateSyncConfig(create -> create.templateName(template)
                        .templateType("ENVIRONMENT")
                        .repositoryProvider("GITHUB")
                        .repositoryName("shop/templates")
                        .branch("main"));
    }

    /// Looks after the branch once, and lets something happen meanwhile.
    private void look(Runnable meanwhile) {
        var kind = new Following() {
            @Override
            public Found look(SyncConfig config, GitRepository repository, String commit) {
                meanwhile.run();
                String target = config.follower().targets() + "1";
                return new Found(List.of(new Wanted(target, "main", Optional.of(commit), "one/v1")), "");
            }

            @Override
            public void start(Transaction tx, SyncConfig config, Found found) {}
        };
        var workflow = new FollowWorkflow(
                stories.house().database(),
                connections(),
                Map.of(SyncType.TEMPLATE_SYNC, kind),
                stories.house().clock());
        assertThat(workflow.steps().steps().getFirst().run().apply(MAIN.job())).isNotNull();
    }

    private GitConnections connections() {
        var data = stories.house().data();
        var address = new Connection.Address(data.resolve("git").toUri(), Optional.empty());
        var main = new Connection(
                "main",
                HostKind.GIT,
                address,
                Connection.Credentials.NONE,
                Optional.empty(),
                new Connection.Offer("GITHUB", Optional.empty()));
        return new GitConnections(List.of(main), data.resolve("elsewhere"));
    }

    private Optional<ResourceSyncTable.Standing> wanted(String template) {
        String target = TestStories.ACCOUNT + "environment-template/" + template + ":1";
        return stories.house().database().read(tx -> new ResourceSyncTable(tx).find(target));
    }
}
