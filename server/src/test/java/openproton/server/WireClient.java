package openproton.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import openproton.api.signing.Headers;
import openproton.api.signing.RawRequest;
import openproton.api.signing.RequestSigner;

/// Calls operations over real HTTP, as a client of the API does.
public record WireClient(int port, RequestSigner signer, InstantSource clock) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// Calls one operation of Proton and answers whatever came back.
    public HttpResponse<String> call(String operation, String json) {
        return send(signed("AwsProton20200720." + operation, json));
    }

    /// A request that is ready to be sent, or to be spoiled first.
    public RawRequest signed(String target, String json) {
        return signer.sign(unsigned(target, json), clock.instant());
    }

    /// The same without a signature.
    public RawRequest unsigned(String target, String json) {
        return new RawRequest("POST", "/", "", Headers.NONE, json.getBytes(StandardCharsets.UTF_8))
                .with("Host", "localhost:" + port)
                .with("Content-Type", "application/x-amz-json-1.0")
                .with("X-Amz-Target", target);
    }

    /// Sends a request as it is.
    public HttpResponse<String> send(RawRequest request) {
        var http = HttpRequest.newBuilder(URI.create("http://localhost:" + port + request.path()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().values().forEach((name, values) -> {
            if (!Set.of("host", "content-length").contains(name)) {
                values.forEach(value -> http.header(name, value));
            }
        });
        try {
            return HTTP.send(http.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
