package openproton.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.util.List;
import openproton.api.ApiModel;
import openproton.api.DeleteEnvironmentInput;
import openproton.api.GetServiceInput;
import openproton.api.ListTagsForResourceInput;
import openproton.api.ListTagsForResourceOutput;
import openproton.api.Tag;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerClientTest {
    private final AnsweringServer server;

    ServerClientTest() throws IOException {
        server = new AnsweringServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void callsAreSignedAndNamed() throws InterruptedException {
        server.answering("{}").client().call(ApiModel.DELETE_ENVIRONMENT, new DeleteEnvironmentInput("prod"));

        Headers headers = server.request().headers();
        assertThat(headers.getFirst("X-Amz-Target")).isEqualTo("AwsProton20200720.DeleteEnvironment");
        assertThat(headers.getFirst("X-Amz-Date")).isEqualTo("20261101T120000Z");
        assertThat(headers.getFirst("X-Amz-Security-Token")).isEqualTo("token");
        assertThat(headers.getFirst("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKID/20261101/eu-west-1/proton/aws4_request")
                .contains("host;");
    }

    @Test
    void anErrorAnswerIsKnownByItsType() {
        server.refusing(400, "{\"__type\": \"ConflictException\", \"message\": \"it is busy\"}");

        assertThatThrownBy(this::getService)
                .isInstanceOfSatisfying(ServerException.class, failure -> {
                    assertThat(failure.type()).isEqualTo("ConflictException");
                    assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED);
                })
                .hasMessage("it is busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDeniedException", "InvalidSignatureException", "ExpiredTokenException"})
    void aDenialEndsTheCommandWithItsOwnStatus(String type) {
        server.refusing(403, "{\"__type\": \"%s\", \"message\": \"no\"}".formatted(type));

        assertThatThrownBy(this::getService)
                .isInstanceOfSatisfying(
                        ServerException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.NO_ACCESS));
    }

    @Test
    void anErrorWithoutAMessageIsNamedByItsType() {
        server.refusing(500, "{\"__type\": \"InternalServerException\"}");

        assertThatThrownBy(this::getService).hasMessage("InternalServerException");
    }

    @Test
    void aResourceThatDoesNotExistIsFoundToBeEmpty() {
        server.refusing(400, "{\"__type\": \"ResourceNotFoundException\", \"message\": \"no such service\"}");

        assertThat(server.client().find(ApiModel.GET_SERVICE, new GetServiceInput("shop")))
                .isEmpty();
    }

    @Test
    void aListingIsReadToItsLastPage() throws InterruptedException {
        server.answering(
                "{\"tags\": [{\"key\": \"a\", \"value\": \"1\"}], \"nextToken\": \"more\"}",
                "{\"tags\": [{\"key\": \"b\", \"value\": \"2\"}]}");

        List<Tag> all = server.client()
                .all(
                        ApiModel.LIST_TAGS_FOR_RESOURCE,
                        token -> ListTagsForResourceInput.builder()
                                .resourceArn("arn:aws:proton:us-east-1:000000000000:service/shop")
                                .nextToken(token)
                                .build(),
                        ListTagsForResourceOutput::tags,
                        ListTagsForResourceOutput::nextToken);

        assertThat(all).containsExactly(new Tag("a", "1"), new Tag("b", "2"));
        assertThat(server.request().body()).doesNotContain("nextToken");
        assertThat(server.request().body()).contains("\"nextToken\":\"more\"");
    }

    @Test
    void anotherServerIsRecognizedAsSuch() {
        server.refusing(404, "<html>nothing here</html>");

        assertThatThrownBy(this::getService)
                .hasMessage(server.address()
                        + " answered with HTTP status 404 and without an error of the API; is it an OpenProton"
                        + " server?");
    }

    @Test
    void withoutAServerTheMessageSaysHowToStartOne() {
        server.close();

        assertThatThrownBy(this::getService)
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("no server answers at http://127.0.0.1:")
                .hasMessageContaining("start one with 'openproton serve'");
    }

    private void getService() {
        server.client().call(ApiModel.GET_SERVICE, new GetServiceInput("shop"));
    }
}
