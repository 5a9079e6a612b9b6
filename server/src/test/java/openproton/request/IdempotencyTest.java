package openproton.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openproton.TestHouse;
import openproton.TestStories;
import openproton.WireAnswer;
import openproton.api.ApiModel;
import openproton.api.IdempotencyClass;
import openproton.api.OperationShape;
import openproton.request.Retries.Retry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a repeated request does, for every operation by its class in the model
/// (docs/behaviour/requests.md#idempotency).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IdempotencyTest {
    private final TestStories stories = TestStories.open();
    private final TestHouse house = stories.house();
    private final Retries retries = new Retries(stories);

    @BeforeAll
    void prepare() {
        stories.usual();
        retries.prepare();
    }

    @AfterAll
    void close() {
        stories.close();
    }

    @Test
    @Order(1)
    void everyOperationWhoseRepetitionMeansSomethingIsTriedHere() {
        var classes = EnumSet.of(IdempotencyClass.NONE, IdempotencyClass.READ);
        Set<String> repeatable = ApiModel.OPERATIONS.stream()
                .filter(operation -> !classes.contains(operation.idempotency()))
                .map(OperationShape::name)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> tried = Stream.of(
                        retries.creates(),
                        retries.byToken(),
                        retries.deletes(),
                        retries.laterDeletes(),
                        retries.knownDeletes(),
                        retries.natural(),
                        retries.createsOnce())
                .flatMap(List::stream)
                .map(Retry::operation)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tried).isEqualTo(repeatable);
    }

    List<Retry> creates() {
        return inClass(IdempotencyClass.CREATE, retries.creates());
    }

    @Order(2)
    @ParameterizedTest(name = "{0}")
    @MethodSource("creates")
    void aRepeatedCreateAnswersTheResourceAsItIsUntilItWasChanged(Retry retry) {
        WireAnswer first = succeeds(retry.operation(), retry.json());
        long orders = house.engine().orders().size();
        assertThat(succeeds(retry.operation(), retry.json())).isEqualTo(first);
        house.passTime(Duration.ofHours(9));
        long built = house.engine().orders().size() - orders;

        WireAnswer later = succeeds(retry.operation(), retry.json());
        assertThat(arn(later)).isEqualTo(arn(first));
        house.runDueWork();
        assertThat(house.engine().orders()).hasSize((int) (orders + built));
        mismatch(house.call(retry.operation(), retry.otherJson()));

        succeeds(retry.changing(), retry.changeJson());
        assertThat(house.call(retry.operation(), retry.json()).error()).isEqualTo("ConflictException");
        mismatch(house.call(retry.operation(), retry.otherJson()));
    }

    List<Retry> createsOnce() {
        return inClass(IdempotencyClass.CREATE_ONCE, retries.createsOnce());
    }

    @Order(2)
    @ParameterizedTest(name = "{0}")
    @MethodSource("createsOnce")
    void aDifferentCreateOfTheSameIsAConflict(Retry retry) {
        WireAnswer first = succeeds(retry.operation(), retry.json());
        house.passTime(Duration.ofHours(9));

        assertThat(succeeds(retry.operation(), retry.json())).isEqualTo(first);
        assertThat(house.call(retry.operation(), retry.otherJson()).error()).isEqualTo("ConflictException");
    }

    List<Retry> byToken() {
        return inClass(IdempotencyClass.CLIENT_TOKEN, retries.byToken());
    }

    @Order(3)
    @ParameterizedTest(name = "{0}")
    @MethodSource("byToken")
    void aKnownTokenAnswersWithoutDoingItAgainForEightHours(Retry retry) {
        WireAnswer first = succeeds(retry.operation(), retry.json());
        assertThat(arn(succeeds(retry.operation(), retry.json()))).isEqualTo(arn(first));
        mismatch(house.call(retry.operation(), retry.otherJson()));
        house.runDueWork();
        long orders = house.engine().orders().size();

        house.clock().pass(Duration.ofHours(7).plusMinutes(50));
        assertThat(arn(succeeds(retry.operation(), retry.json()))).isEqualTo(arn(first));
        house.runDueWork();
        assertThat(house.engine().orders()).hasSize((int) orders);

        house.clock().pass(Duration.ofMinutes(15));
        WireAnswer new1 = house.call(retry.operation(), retry.json());
        house.runDueWork();
        switch (retry.operation()) {
            case "CreateServiceInstance", "CreateComponent" ->
                assertThat(new1.error()).isEqualTo("ConflictException");
            case "UpdateServiceInstance", "UpdateComponent" ->
                assertThat(house.engine().orders()).hasSize((int) orders + 1);
            default -> assertThat(arn(new1)).isNotEqualTo(arn(first));
        }
    }

    @Test
    @Order(4)
    void aTokenWhoseResourceIsGoneMakesANewOne() {
        String request = """
            {"templateName": "vpc", "clientToken": "gone", "source": {"s3": {"bucket": "bundles", "key": "x"}}}
            """;
        WireAnswer first = succeeds("CreateEnvironmentTemplateVersion", request);
        house.runDueWork();
        succeeds("DeleteEnvironmentTemplateVersion", """
            {"templateName": "vpc", "majorVersion": "%s", "minorVersion": "0"}
            """.formatted(
                        first.text("environmentTemplateVersion.majorVersion")));

        assertThat(arn(succeeds("CreateEnvironmentTemplateVersion", request))).isNotEqualTo(arn(first));
    }

    @Test
    @Order(5)
    void withoutATokenEveryRequestCountsAndAFailedRequestKeepsNone() {
        String request = "{\"templateName\": \"vpc\", \"source\": {\"s3\": {\"bucket\": \"bundles\", \"key\": \"x\"}}}";
        assertThat(arn(succeeds("CreateEnvironmentTemplateVersion", request)))
                .isNotEqualTo(arn(succeeds("CreateEnvironmentTemplateVersion", request)));
        String withToken = request.replace("}}}", "}}, \"clientToken\": \"failed\"}");
        assertThat(house.call("CreateEnvironmentTemplateVersion", withToken.replace("vpc", "nothing"))
                        .status())
                .isEqualTo(400);
        succeeds("CreateEnvironmentTemplateVersion", withToken);
    }

    @Test
    @Order(6)
    void theTokenOfTheLastAcceptedRequestIsShown() {
        assertThat(succeeds("GetServiceInstance", "{\"serviceName\": \"tokens\", \"name\": \"a\"}")
                        .text("serviceInstance.lastClientRequestToken"))
                .isEqualTo("token-1");
    }

    List<Retry> deletes() {
        return inClass(IdempotencyClass.DELETE, retries.deletes());
    }

    @Order(7)
    @ParameterizedTest(name = "{0}")
    @MethodSource("deletes")
    void aRepeatedDeleteAnswersAsTheFirstForEightHoursAndThenNothing(Retry retry) {
        WireAnswer first = succeeds(retry.operation(), retry.json());
        assertThat(first.body()).contains("arn");
        assertThat(succeeds(retry.operation(), retry.json())).isEqualTo(first);

        house.clock().pass(Duration.ofHours(9));

        assertThat(succeeds(retry.operation(), retry.json()).body()).isEqualTo("{}");
        String never = retry.json()
                .replace("doomed", "never")
                .replace("thin", "never")
                .replaceAll("[0-9a-f]{12}", "ffffffffffff");
        assertThat(succeeds(retry.operation(), never).body()).isEqualTo("{}");
    }

    List<Retry> laterDeletes() {
        return inClass(IdempotencyClass.DELETE_LATER, retries.laterDeletes());
    }

    @Order(8)
    @ParameterizedTest(name = "{0}")
    @MethodSource("laterDeletes")
    void aRepeatedDeletionTellsWhereItStandsAndThenNothing(Retry retry) {
        house.runDueWork();
        WireAnswer first = succeeds(retry.operation(), retry.json());
        assertThat(first.body()).contains("DELETE_IN_PROGRESS");
        assertThat(succeeds(retry.operation(), retry.json())).isEqualTo(first);
        house.runDueWork();

        assertThat(succeeds(retry.operation(), retry.json()).body()).isEqualTo("{}");
        assertThat(succeeds(retry.operation(), retry.json().replace("doomed", "never"))
                        .body())
                .isEqualTo("{}");
    }

    List<Retry> knownDeletes() {
        return inClass(IdempotencyClass.DELETE_KNOWN, retries.knownDeletes());
    }

    @Order(9)
    @ParameterizedTest(name = "{0}")
    @MethodSource("knownDeletes")
    void aRepeatedDeleteOfWhatMustBeKnownIsRefused(Retry retry) {
        succeeds(retry.operation(), retry.json());
        house.runDueWork();

        assertThat(house.call(retry.operation(), retry.json()).error()).isEqualTo("ResourceNotFoundException");
    }

    List<Retry> natural() {
        return inClass(IdempotencyClass.NATURAL, retries.natural());
    }

    @Order(10)
    @ParameterizedTest(name = "{0}")
    @MethodSource("natural")
    void doingItTwiceIsDoingItOnce(Retry retry) {
        String tags = "{\"resourceArn\": \"%s\"}".formatted(TestStories.ACCOUNT + "environment/dev");
        WireAnswer first = succeeds(retry.operation(), retry.json());
        String after = succeeds("ListTagsForResource", tags).body();

        assertThat(succeeds(retry.operation(), retry.json())).isEqualTo(first);
        assertThat(succeeds("ListTagsForResource", tags).body()).isEqualTo(after);
    }

    private static List<Retry> inClass(IdempotencyClass wanted, List<Retry> retries) {
        assertThat(retries)
                .allSatisfy(retry -> assertThat(ApiModel.OPERATIONS)
                        .filteredOn(operation -> operation.name().equals(retry.operation()))
                        .singleElement()
                        .satisfies(
                                operation -> assertThat(operation.idempotency()).isEqualTo(wanted)));
        return retries;
    }

    private WireAnswer succeeds(String operation, String json) {
        WireAnswer answer = house.call(operation, json);
        assertThat(answer.status())
                .as("%s %s: %s", operation, json, answer.body())
                .isEqualTo(200);
        return answer;
    }

    private static void mismatch(WireAnswer answer) {
        assertThat(answer.error()).isEqualTo("ValidationException");
        assertThat(answer.text("message")).contains("IdempotentParameterMismatch");
    }

    private static String arn(WireAnswer answer) {
        return answer.body().replaceAll("(?s).*?\"arn\":\"([^\"]*)\".*", "$1");
    }
}
