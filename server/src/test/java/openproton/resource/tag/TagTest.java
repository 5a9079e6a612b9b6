package openproton.resource.tag;

import static openproton.TestStories.ACCOUNT;
import static openproton.TestStories.instance;
import static openproton.TestStories.serviceSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openproton.TestStories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.Tag;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// What resources are labelled with, by customers and by the house (docs/behaviour/tags.md).
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagTest {
    private static final String DEV = ACCOUNT + "environment/dev";

    private final TestStories stories = TestStories.open();
    private final ProtonClient sdk = stories.sdk();

    @BeforeAll
    void deploy() {
        stories.usual();
        sdk.tagResource(
                tags -> tags.resourceArn(ACCOUNT + "service-template/web").tags(tag("cost", "web")));
        stories.service("shop", "web", serviceSpec(instance("a", "dev", 1)));
    }

    @AfterAll
    void close() {
        stories.close();
    }

    @Test
    void comeAndGoOneByOne() {
        sdk.tagResource(tags -> tags.resourceArn(DEV).tags(tag("team", "red"), tag("empty", "")));
        sdk.tagResource(tags -> tags.resourceArn(DEV).tags(tag("team", "blue")));
        assertThat(tags(DEV)).containsEntry("team", "blue").containsEntry("empty", "");

        sdk.untagResource(tags -> tags.resourceArn(DEV).tagKeys("team", "never-there"));

        assertThat(tags(DEV)).doesNotContainKey("team").containsKey("empty");
    }

    @Test
    void ofTheHouseSayWhereAResourceBelongs() {
        assertThat(tags(ACCOUNT + "service/shop/service-instance/a"))
                .containsEntry("aws:proton:service", ACCOUNT + "service/shop")
                .containsEntry("aws:proton:environment", DEV)
                .containsEntry("aws:proton:template", ACCOUNT + "service-template/web");
        assertThat(tags(DEV)).containsEntry("aws:proton:template", ACCOUNT + "environment-template/vpc");
    }

    @Test
    void ofATemplateAreHandedDown() {
        assertThat(tags(ACCOUNT + "service/shop")).containsEntry("cost", "web");
        assertThat(tags(ACCOUNT + "service/shop/service-instance/a")).containsEntry("cost", "web");
    }

    @Test
    void areRefusedWhenTheyBreakARule() {
        refused("aws:mine", "x", "reserved");
        refused("AWS:mine", "x", "reserved");
        refused("semi;colon", "x", "semi;colon");
        refused("ok", "tab\t", "may hold only");
        assertThatThrownBy(() -> sdk.untagResource(tags -> tags.resourceArn(DEV).tagKeys("aws:proton:template")))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> sdk.tagResource(
                        tags -> tags.resourceArn(ACCOUNT + "environment/none").tags(tag("a", "b"))))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sdk.listTagsForResource(list -> list.resourceArn("nonsense")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("resourceArn");
    }

    private void refused(String key, String value, String naming) {
        assertThatThrownBy(() -> sdk.tagResource(tags -> tags.resourceArn(DEV).tags(tag(key, value))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(naming);
    }

    @Test
    void areAtMostFiftyBesideThoseOfTheHouse() {
        String prod = ACCOUNT + "environment/prod";
        var fifty = IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "v")).toList();
        sdk.tagResource(tags -> tags.resourceArn(prod).tags(fifty));

        assertThatThrownBy(() -> sdk.tagResource(tags -> tags.resourceArn(prod).tags(tag("more", "v"))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("50");
        assertThat(tags(prod)).doesNotContainKey("more");
    }

    @Test
    void doNotOutliveTheirResource() {
        stories.environment("short", "vpc");
        sdk.tagResource(tags -> tags.resourceArn(ACCOUNT + "environment/short").tags(tag("old", "yes")));
        sdk.deleteEnvironment(delete -> delete.name("short"));
        stories.house().runDueWork();
        stories.environment("short", "vpc");

        assertThat(tags(ACCOUNT + "environment/short")).doesNotContainKey("old");
    }

    private Map<String, String> tags(String arn) {
        return sdk.listTagsForResourcePaginator(list -> list.resourceArn(arn)).tags().stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
