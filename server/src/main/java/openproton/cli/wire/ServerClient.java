package openproton.cli.wire;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.api.WireReader;
import openproton.api.WireWriter;
import openproton.base.Json;

/// Calls operations of the wire API.
public final class ServerClient {
    private static final String PROTON = "AwsProton20200720.";

    private final SignedRequests requests;

    public ServerClient(Endpoint endpoint, InstantSource clock) {
        this.requests = new SignedRequests(endpoint, clock);
    }

    /// Calls an operation and waits for its answer.
    ///
    /// @throws ServerException when the server answers with an error
    /// @throws CommandFailure when no server answers
    public <I extends Shape, O extends Shape> O call(OperationShape<I, O> operation, I input) {
        return WireReader.read(requests.send(operation.target(), WireWriter.bytes(input)), operation.output());
    }

    /// Calls an operation of Proton by its name, with its members as JSON.
    ///
    /// @throws ServerException when the server answers with an error
    /// @throws CommandFailure when no server answers
    JsonObject call(String operation, Map<String, ?> input) {
        byte[] body = Json.write(input).getBytes(StandardCharsets.UTF_8);
        return JsonObject.parse(new String(requests.send(PROTON + operation, body), StandardCharsets.UTF_8));
    }

    /// Calls an operation that reads one resource; empty when the resource does not exist.
    public <I extends Shape, O extends Shape> Optional<O> find(OperationShape<I, O> operation, I input) {
        return found(() -> call(operation, input));
    }

    /// The same as [#call], empty when the resource does not exist.
    Optional<JsonObject> find(String operation, Map<String, ?> input) {
        return found(() -> call(operation, input));
    }

    private static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (ServerException failure) {
            if (failure.isNotFound()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /// Reads all pages of a listing.
    ///
    /// @param input makes the input for a page from its token, which is empty for the first page
    public <I extends Shape, O extends Shape, T> List<T> all(
            OperationShape<I, O> operation,
            Function<Optional<String>, I> input,
            Function<O, List<T>> items,
            Function<O, Optional<String>> nextToken) {
        return pages(token -> call(operation, input.apply(token)), items, nextToken);
    }

    /// The same as [#all], for a listing that is called by its name.
    List<JsonObject> all(String operation, Map<String, ?> input, String items) {
        return pages(
                token -> {
                    var members = new LinkedHashMap<String, Object>(input);
                    token.ifPresent(next -> members.put("nextToken", next));
                    return call(operation, members);
                },
                page -> page.objects(items),
                page -> page.text("nextToken"));
    }

    private static <P, T> List<T> pages(
            Function<Optional<String>, P> call, Function<P, List<T>> items, Function<P, Optional<String>> nextToken) {
        var all = new ArrayList<T>();
        Optional<String> token = Optional.empty();
        do {
            P page = call.apply(token);
            all.addAll(items.apply(page));
            token = nextToken.apply(page);
        } while (token.isPresent());
        return all;
    }
}
