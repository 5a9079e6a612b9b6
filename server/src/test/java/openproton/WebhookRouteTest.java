package openproton;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import openproton.base.FileTree;
import openproton.git.TestRepository;
import openproton.render.bundle.BundleArchive;
import openproton.store.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.RepositoryBranchInput;

/// What a host tells is acted on at once, if the host can show that it is the host.
@SuppressWarnings("deprecation")
class WebhookRouteTest {
    private static final String PUSH = "{\"repository\": \"%s\", \"branch\": \"main\", \"commit\": \"1\"}";
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final FileTree BUNDLE = BundleArchive.unpack(TestBundles.environment());

    private final TestStories stories = TestStories.in(TestHouse.proposing(TestHouse.World.on(TestDatabases.sqlite())));

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void aPushIsSyncedAtOnce() throws Exception {
        pushedToFollowed();
        stories.house().runWorkDueNow();
        assertThat(versions()).isZero();

        var answer = tell("main", PUSH.formatted("shop/templates"), TestHouse.WEBHOOK_SECRET);
        stories.house().runWorkDueNow();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void aConnectionWakesOnlyAccountsThatMayUseIt() throws Exception {
        pushedToFollowed();

        var answer = tell("theirs", PUSH.formatted("shop/templates"), TestHouse.WEBHOOK_SECRET);
        stories.house().runWorkDueNow();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(versions()).isZero();
    }

    @Test
    void aPushWakesTheProposalsToItsRepository() throws Exception {
        TestRepository repository = linked("shop/infra");
        stories.sdk().createEnvironmentTemplate(create -> create.name("vpc"));
        stories.publish(stories.registerEnvironment("vpc", null, TestBundles.terraformEnvironment("# nothing\n")));
        stories.sdk()
                .createEnvironment(create -> create.name("prod")
                        .templateName("vpc")
                        .templateMajorVersion("1")
                        .provisioningRepository(RepositoryBranchInput.builder()
                                .provider("GITHUB")
                                .name("shop/infra")
                                .branch("main")
                                .build())
                        .spec(TestStories.environmentSpec("north")));
        stories.house().runDueWork();
        String branch = repository.branches().getLast();
        repository.delete(branch);

        tell("main", PUSH.formatted("shop/infra"), TestHouse.WEBHOOK_SECRET);
        stories.house().passTime(Duration.ofSeconds(1));

        assertThat(stories.environmentStatus("prod")).hasToString("CANCELLED");
    }

    @Test
    void aNoticeThatIsNotSignedIsRefused() throws Exception {
        var answer = tell("main", PUSH.formatted("shop/templates"), "something else");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).contains("UnauthorizedException", "webhook secret of connection main");
    }

    @Test
    void aConnectionThatIsNotConfiguredIsNotThere() throws Exception {
        var answer = tell("other", "{}", TestHouse.WEBHOOK_SECRET);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("NotFoundException", "no connection 'other'");
    }

    @Test
    void aNoticeHasALimit() throws Exception {
        var answer = tell("main", " ".repeat((8 << 20) + 1), TestHouse.WEBHOOK_SECRET);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("8 MB at most");
    }

    @Test
    void aFormIsRefusedUnlessItIsOnlyCalledOne() throws Exception {
        var answer = tell("main", "payload=%7B%7D", TestHouse.WEBHOOK_SECRET, FORM);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("UnsupportedMediaTypeException", "content type", "application/json");
        assertThat(tell("main", " {}", TestHouse.WEBHOOK_SECRET, FORM).statusCode())
                .isEqualTo(200);
    }

    /// A push to a repository that a template follows, after it was looked at for the first time.
    private void pushedToFollowed() {
        TestRepository repository = linked("shop/templates");
        stories.sdk().createEnvironmentTemplate(create -> create.name("vpc"));
        stories.sdk()
                .createTemplateSyncConfig(create -> create.templateName("vpc")
                        .templateType("ENVIRONMENT")
                        .repositoryProvider("GITHUB")
                        .repositoryName("shop/templates")
                        .branch("main"));
        stories.house().runDueWork();
        push(repository);
    }

    private TestRepository linked(String name) {
        TestRepository repository = stories.house().repository(name);
        stories.sdk()
                .createRepository(create -> create.provider("GITHUB").name(name).connectionArn(TestStories.CONNECTION));
        return repository;
    }

    private static void push(TestRepository repository) {
        var files = new HashMap<String, String>();
        BUNDLE.files().forEach((path, entry) -> files.put("vpc/v1/" + path, entry.text()));
        repository.commit(Map.copyOf(files));
    }

    private int versions() {
        return stories.sdk()
                .listEnvironmentTemplateVersions(list -> list.templateName("vpc"))
                .templateVersions()
                .size();
    }

    private HttpResponse<String> tell(String connection, String notice, String secret)
            throws IOException, InterruptedException, GeneralSecurityException {
        return tell(connection, notice, secret, "application/json");
    }

    private HttpResponse<String> tell(String connection, String notice, String secret, String type)
            throws IOException, InterruptedException, GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        var request = HttpRequest.newBuilder(stories.house().address().resolve("/webhooks/" + connection))
                .header("Content-Type", type)
                .header(
                        "X-OpenProton-Signature",
                        "sha256=" + HexFormat.of().formatHex(mac.doFinal(notice.getBytes(UTF_8))))
                .POST(HttpRequest.BodyPublishers.ofString(notice))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
