package openproton.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import openproton.TestStories;
import openproton.git.GitConnections;
import openproton.resource.deployment.Target;
import openproton.resource.request.Scope;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.Tag;

@SuppressWarnings("deprecation")
class KnownSitesTest {

    @Test
    void customerTagsReachInfrastructureOnlyWhereThatIsAskedFor() {
        try (var stories = TestStories.open()) {
            stories.usual();
            stories.sdk()
                    .tagResource(request -> request.resourceArn(TestStories.ACCOUNT + "environment/dev")
                            .tags(
                                    Tag.builder().key("team").value("red").build(),
                                    Tag.builder()
                                            .key("proton:account")
                                            .value("forged")
                                            .build()));

            assertThat(tags(stories, false))
                    .containsEntry("proton:account", "000000000000")
                    .doesNotContainKey("team");
            assertThat(tags(stories, true))
                    .containsEntry("proton:account", "000000000000")
                    .containsEntry("team", "red")
                    .containsKeys(tags(stories, false).keySet().toArray(String[]::new));
        }
    }

    private static Map<String, String> tags(TestStories stories, boolean customerTags) {
        Target dev = Target.environment(new Scope("000000000000", "eu-west-1"), "dev");
        var none = new GitConnections(List.of(), stories.house().data());
        return stories.house()
                .database()
                .read(tx -> new KnownSites(none, customerTags).of(tx, dev).tags());
    }
}
