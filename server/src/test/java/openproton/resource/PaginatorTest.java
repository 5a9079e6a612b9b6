package openproton.resource;

import static openproton.TestStories.instance;
import static openproton.TestStories.serviceSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import openproton.TestBundles;
import openproton.TestHouse;
import openproton.TestStories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.EnvironmentSummary;
import software.amazon.awssdk.services.proton.model.EnvironmentTemplateFilter;
import software.amazon.awssdk.services.proton.model.Tag;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// Every paginator of the SDK that this server has the operations for: page by page gives what one page gives.
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaginatorTest {
    private final TestStories stories = TestStories.open();
    private final TestHouse house = stories.house();
    private final ProtonClient sdk = stories.sdk();

    /// A list, read in pages of a size.
    private record Listing(String name, IntFunction<List<?>> inPagesOf) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void fill() {
        stories.environmentTemplate("vpc").serviceTemplate("web", "vpc").pipelineTemplate("piped", "vpc");
        for (int i = 0; i < 3; i++) {
            stories.environmentTemplate("more-" + i);
            stories.registerEnvironment("vpc", null, TestBundles.environment());
            stories.registerService("web", "vpc", null, TestBundles.service());
        }
        for (String name : List.of("e", "b", "d", "a", "c")) {
            stories.environment(name, "vpc").service("s-" + name, "web", serviceSpec(instance("one", name, 1)));
        }
        sdk.tagResource(tags -> tags.resourceArn(TestStories.ACCOUNT + "environment/a")
                .tags(Stream.of("x", "y", "z")
                        .map(key -> Tag.builder().key(key).value("").build())
                        .toList()));
    }

    @AfterAll
    void close() {
        stories.close();
    }

    List<Listing> listings() {
        return List.of(
                new Listing(
                        "environments",
                        size -> all(sdk.listEnvironmentsPaginator(list -> list.maxResults(size))
                                .environments())),
                new Listing(
                        "services",
                        size -> all(sdk.listServicesPaginator(list -> list.maxResults(size))
                                .services())),
                new Listing(
                        "instances",
                        size -> all(sdk.listServiceInstancesPaginator(list -> list.maxResults(size))
                                .serviceInstances())),
                new Listing(
                        "instances, newest first",
                        size -> all(sdk.listServiceInstancesPaginator(list -> list.maxResults(size)
                                        .sortBy("createdAt")
                                        .sortOrder("DESCENDING"))
                                .serviceInstances())),
                new Listing(
                        "deployments",
                        size -> all(sdk.listDeploymentsPaginator(list -> list.maxResults(size))
                                .deployments())),
                new Listing(
                        "environment templates",
                        size -> all(sdk.listEnvironmentTemplatesPaginator(list -> list.maxResults(size))
                                .templates())),
                new Listing(
                        "service templates",
                        size -> all(sdk.listServiceTemplatesPaginator(list -> list.maxResults(size))
                                .templates())),
                new Listing(
                        "environment template versions",
                        size -> all(sdk.listEnvironmentTemplateVersionsPaginator(
                                        list -> list.templateName("vpc").maxResults(size))
                                .templateVersions())),
                new Listing(
                        "service template versions",
                        size -> all(sdk.listServiceTemplateVersionsPaginator(
                                        list -> list.templateName("web").maxResults(size))
                                .templateVersions())),
                new Listing(
                        "tags",
                        size -> all(sdk.listTagsForResourcePaginator(
                                        list -> list.resourceArn(TestStories.ACCOUNT + "environment/a")
                                                .maxResults(size))
                                .tags())));
    }

    private static List<?> all(Iterable<?> items) {
        var all = new ArrayList<Object>();
        items.forEach(all::add);
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("listings")
    void pageByPageGivesWhatOnePageGives(Listing listing) {
        List<?> whole = listing.inPagesOf().apply(100);

        assertThat(whole).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        for (int size = 1; size <= 3; size++) {
            assertThat(listing.inPagesOf().apply(size)).as("pages of %d", size).isEqualTo(whole);
        }
    }

    @Test
    void outputsAndResourcesComeInOnePage() {
        assertThat(sdk.listEnvironmentOutputsPaginator(list -> list.environmentName("a"))
                        .outputs())
                .hasSize(1);
        assertThat(sdk.listEnvironmentProvisionedResourcesPaginator(list -> list.environmentName("a"))
                        .provisionedResources())
                .hasSize(1);
        assertThat(sdk.listServiceInstanceOutputsPaginator(
                                list -> list.serviceName("s-a").serviceInstanceName("one"))
                        .outputs())
                .hasSize(1);
        assertThat(sdk.listServiceInstanceProvisionedResourcesPaginator(
                                list -> list.serviceName("s-a").serviceInstanceName("one"))
                        .provisionedResources())
                .hasSize(1);
        assertThatThrownBy(() -> sdk.listEnvironmentOutputs(
                        list -> list.environmentName("a").nextToken("abcd")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("nextToken");
    }

    @Test
    void insertsNeverShiftLaterPages() {
        var first = sdk.listEnvironments(list -> list.maxResults(2));
        assertThat(first.environments()).extracting(EnvironmentSummary::name).containsExactly("a", "b");
        stories.environment("a0", "vpc").environment("bb", "vpc");
        var rest = sdk.listEnvironments(list -> list.maxResults(2).nextToken(first.nextToken()));

        assertThat(rest.environments()).extracting(EnvironmentSummary::name).containsExactly("bb", "c");
        for (String extra : List.of("a0", "bb")) {
            sdk.deleteEnvironment(delete -> delete.name(extra));
        }
        house.runDueWork();
    }

    @Test
    void onlyTheTokensOfTheSameListAreTakenAndOnlyForADay() {
        String token = sdk.listEnvironments(list -> list.maxResults(1)).nextToken();
        assertThat(token).matches("[A-Za-z0-9+=/]+").doesNotContain("\"a\"");
        String spoiled = (token.startsWith("A") ? "B" : "A") + token.substring(1);
        refused(spoiled);
        refused(token.substring(4));
        refused("AAAA");
        assertThatThrownBy(() -> sdk.listServices(list -> list.nextToken(token)))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> sdk.listEnvironments(list -> list.nextToken(token)
                        .environmentTemplates(EnvironmentTemplateFilter.builder()
                                .templateName("vpc")
                                .majorVersion("1")
                                .build())))
                .isInstanceOf(ValidationException.class);
        house.passTime(Duration.ZERO);
        house.clock().pass(Duration.ofHours(25));
        refused(token);
        assertThatThrownBy(() -> sdk.listEnvironments(list -> list.maxResults(101)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("maxResults");
    }

    private void refused(String token) {
        assertThatThrownBy(() -> sdk.listEnvironments(list -> list.nextToken(token)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("nextToken");
    }

    @Test
    void theLastPageHasNoToken() {
        assertThat(sdk.listServices(list -> {}).nextToken()).isNull();
        assertThat(house.call("ListServices", "{}").body()).doesNotContain("nextToken");
    }

    @Test
    void environmentsAreFilteredByTheTemplatesTheyAreMadeFrom() {
        stories.environment("odd", "more-0");
        assertThat(house.call("ListEnvironments", """
            {"environmentTemplates": [{"templateName": "more-0", "majorVersion": "1"},
                                      {"templateName": "none", "majorVersion": "1"}]}
            """).text("environments.0.name"))
                .isEqualTo("odd");
        sdk.deleteEnvironment(delete -> delete.name("odd"));
        house.runDueWork();
    }
}
