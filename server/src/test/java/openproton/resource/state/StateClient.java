package openproton.resource.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/// What Terraform's `http` backend sends, without Terraform.
///
/// @param address where the state is
record StateClient(String address, String user, String password) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// The client that the environment variables of an order describe.
    static StateClient of(Map<String, String> variables) {
        return new StateClient(
                Objects.requireNonNull(variables.get("TF_HTTP_ADDRESS")),
                Objects.requireNonNull(variables.get("TF_HTTP_USERNAME")),
                Objects.requireNonNull(variables.get("TF_HTTP_PASSWORD")));
    }

    StateClient at(String other) {
        return new StateClient(other, user, password);
    }

    StateClient as(String otherUser, String otherPassword) {
        return new StateClient(address, otherUser, otherPassword);
    }

    static String lock(String id) {
        return "{\"ID\":\"%s\",\"Operation\":\"OperationTypeApply\",\"Who\":\"me\"}".formatted(id);
    }

    HttpResponse<String> get() {
        return send("GET", "", "");
    }

    HttpResponse<String> lockWith(String id) {
        return send("LOCK", "", lock(id));
    }

    HttpResponse<String> unlockWith(String id) {
        return send("UNLOCK", "", lock(id));
    }

    HttpResponse<String> post(String state) {
        return send("POST", "", state);
    }

    HttpResponse<String> post(String state, String id) {
        return send("POST", "?ID=" + id, state);
    }

    HttpResponse<String> send(String method, String query, String body) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(address + query))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Basic " + basic)
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
