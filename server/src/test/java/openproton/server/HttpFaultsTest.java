package openproton.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever goes wrong with HTTP itself, the answer is JSON: several clients break on anything else.
class HttpFaultsTest {
    private final TestDoor house = TestDoor.open();

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.1;Host: a;Connection: close;;                         | 404 | NotFoundException",
                "GET /nothing/here?x=1 HTTP/1.1;Host: a;Connection: close;;         | 404 | NotFoundException",
                "PUT / HTTP/1.1;Host: a;Content-Length: 0;Connection: close;;       | 405 | MethodNotAllowedException",
                "DELETE /health HTTP/1.1;Host: a;Connection: close;;                | 405 | MethodNotAllowedException",
                "BREW / HTTP/1.1;Host: a;Connection: close;;                        | 405 | MethodNotAllowedException",
                "POST / HTTP/1.1;Host: a;Connection: close;Content-Length: 0;;      | 400 |"
                        + " MissingAuthenticationTokenException",
                "GARBAGE;;                                                          | 400 | BadRequestException",
                "GET / HTTP/1.1;No colon here;;                                     | 400 | BadRequestException",
                "GET / HTTP/1.1;Host: a;Bad Name: b;;                               | 400 | BadRequestException",
                "POST / HTTP/1.1;Host: a;Content-Length: many;;                     | 400 | BadRequestException",
                "POST / HTTP/1.1;Connection: close;Content-Length: 0;;              | 400 | BadRequestException",
                "GET /%zz HTTP/1.1;Host: a;Connection: close;;                      | 400 | BadRequestException",
            })
    void answersFaultsInJson(String request, int status, String type) throws IOException {
        expect(talk(request.replace(";", "\r\n")), status, type);
    }

    @Test
    void refusesRequestLinesAndHeadersWithoutEnd() throws IOException {
        expect(talk("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414, "RequestURITooLongException");
        expect(
                talk("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(17_000) + "\r\n\r\n"),
                400,
                "BadRequestException");
    }

    @Test
    void givesUpOnABodyThatDoesNotArrive() throws IOException {
        String answer = talk("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{");

        expect(answer, 408, "RequestTimeoutException");
    }

    @Test
    void readsChunkedBodiesWithinTheLimit() throws IOException {
        String start = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";

        expect(talk(start + "2\r\n{}\r\n0\r\n\r\n"), 400, "MissingAuthenticationTokenException");
        expect(
                talk(start + "11000\r\n" + " ".repeat(0x11000) + "\r\n0\r\n\r\n"),
                413,
                "RequestEntityTooLargeException");
        expect(talk(start + "nonsense\r\n{}\r\n"), 400, "BadRequestException");
    }

    private String talk(String request) throws IOException {
        try (var socket = new Socket("localhost", house.door.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void expect(String answer, int status, String type) {
        List<String> lines = answer.lines().toList();
        assertThat(lines).as(answer).isNotEmpty();
        assertThat(lines.getFirst()).as(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("\r\nx-amzn-requestid: request-", "\r\ncontent-type: application/x-amz-json-1.0\r\n");
        assertThat(lines.getLast()).startsWith("{\"__type\":\"" + type + "\",\"message\":\"");
    }
}
