package openproton.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// Serves a folder of repositories with git's own `http-backend`, to whoever knows the token.
public final class GitOverHttp implements HttpHandler {
    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final String context;
    private final String token;
    private volatile int trouble;

    /// @param context the path it is served at, such as `/git`
    public GitOverHttp(Path folder, String context, String token) {
        this.folder = folder;
        this.context = context;
        this.token = token;
    }

    /// Answers everything with a status from now on; 0 ends that.
    public void answerAlways(int status) {
        trouble = status;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (trouble != 0) {
                exchange.sendResponseHeaders(trouble, -1);
            } else if (!isKnown(exchange)) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            } else {
                answer(exchange, run(exchange));
            }
        }
    }

    private boolean isKnown(HttpExchange exchange) {
        String basic = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("")
                .replaceFirst("^Basic ", "");
        String who = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
        return token.isEmpty() || who.endsWith(":" + token);
    }

    private byte[] run(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var builder = new ProcessBuilder("git", "http-backend").redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "GIT_PROJECT_ROOT", folder.toString(),
                        "GIT_HTTP_EXPORT_ALL", "1",
                        "REMOTE_USER", "somebody",
                        "PATH_INFO", exchange.getRequestURI().getPath().substring(context.length()),
                        "QUERY_STRING",
                                Optional.ofNullable(exchange.getRequestURI().getQuery())
                                        .orElse(""),
                        "REQUEST_METHOD", exchange.getRequestMethod(),
                        "CONTENT_LENGTH", String.valueOf(body.length),
                        "CONTENT_TYPE", header(exchange, "Content-Type"),
                        "HTTP_CONTENT_ENCODING", header(exchange, "Content-Encoding"),
                        "GIT_PROTOCOL", header(exchange, "Git-Protocol")));
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(body);
        }
        return process.getInputStream().readAllBytes();
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static void answer(HttpExchange exchange, byte[] answer) throws IOException {
        int end = 0;
        while (!Arrays.equals(answer, end, end + 4, END_OF_HEADERS, 0, 4)) {
            end++;
        }
        int status = 200;
        for (String line :
                new String(answer, 0, end, StandardCharsets.US_ASCII).lines().toList()) {
            String[] header = line.split(": ", 2);
            if (header[0].equals("Status")) {
                status = Integer.parseInt(header[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
        }
        byte[] body = Arrays.copyOfRange(answer, end + 4, answer.length);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
