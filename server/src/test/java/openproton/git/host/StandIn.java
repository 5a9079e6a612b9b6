package openproton.git.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openproton.base.Json;
import openproton.git.TestRepository;
import org.jspecify.annotations.Nullable;

/// A host's API over a real repository: pull requests that people merge and close. Each dialect says it in its
/// own words.
abstract class StandIn implements HttpHandler {
    static final String REPOSITORY = "platform/infra";

    final TestRepository repository;
    final List<Request> requests = new ArrayList<>();
    private final String context;
    private volatile int trouble;
    private volatile Map<String, String> troubleHeaders = Map.of();

    /// A pull request of this host.
    static final class Request {
        final int number;
        final String title;
        final String body;
        final String branch;
        final String target;
        String state = "open";
        String merged = "";

        Request(int number, String title, String body, String branch, String target) {
            this.number = number;
            this.title = title;
            this.body = body;
            this.branch = branch;
            this.target = target;
        }
    }

    /// What the host was asked; paths are as they were sent, parameters are decoded.
    record Asked(String method, String path, Map<String, String> query, JsonAnswer body, Map<String, String> headers) {
        boolean is(String wantedMethod, String wantedPath) {
            return method.equals(wantedMethod) && path.matches(wantedPath);
        }

        String parameter(String name) {
            return query.getOrDefault(name, "");
        }

        String last() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    record Answer(int status, Object json) {}

    StandIn(TestRepository repository, String context) {
        this.repository = repository;
        this.context = context;
    }

    abstract boolean isKnown(Map<String, String> headers);

    abstract Answer answer(Asked asked);

    /// Answers everything with a status from now on; 0 ends that.
    void answerAlways(int status, Map<String, String> headers) {
        troubleHeaders = headers;
        trouble = status;
    }

    synchronized void merge(int number) {
        Request request = request(number);
        request.merged = repository.merge(request.branch);
        request.state = "merged";
    }

    synchronized void close(int number) {
        request(number).state = "closed";
    }

    final Request request(int number) {
        return requests.get(number - 1);
    }

    final Optional<Request> known(String number) {
        return requests.stream()
                .filter(request -> String.valueOf(request.number).equals(number))
                .findFirst();
    }

    final List<Request> of(String branch, String target) {
        return requests.reversed().stream()
                .filter(request -> request.branch.equals(branch) && request.target.equals(target))
                .toList();
    }

    final boolean hasOpen(String branch, String target) {
        return of(branch, target).stream().anyMatch(request -> request.state.equals("open"));
    }

    final Request add(String title, String body, String branch, String target) {
        var request = new Request(requests.size() + 1, title, body, branch, target);
        requests.add(request);
        return request;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = Json.write(answer.json()).getBytes(StandardCharsets.UTF_8);
            if (trouble != 0) {
                troubleHeaders.forEach(exchange.getResponseHeaders()::add);
            }
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Answer answer(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        if (trouble != 0) {
            return new Answer(trouble, Map.of("message", "not now"));
        }
        if (!isKnown(headers)) {
            return new Answer(401, Map.of("message", "Bad credentials"));
        }
        String path = exchange.getRequestURI().getRawPath().substring(context.length());
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return answer(new Asked(
                exchange.getRequestMethod(),
                path,
                query(exchange.getRequestURI().getRawQuery()),
                JsonAnswer.read(text),
                headers));
    }

    private static Map<String, String> query(@Nullable String query) {
        var values = new TreeMap<String, String>();
        for (String part : Optional.ofNullable(query).orElse("").split("&")) {
            String[] pair = part.split("=", 2);
            values.put(pair[0], pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return values;
    }
}
