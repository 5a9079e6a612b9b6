package openproton.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.api.WireWriter;
import openproton.api.signing.Headers;
import openproton.api.signing.RawRequest;
import openproton.api.signing.RequestSigner;

/// Prepares signed requests as bytes.
///
/// @param host what the header `Host` says
record Requests(String host, RequestSigner signer, InstantSource clock) {

    /// With the administrator's keys of a data folder.
    static Requests of(Path data, int port, InstantSource clock) throws IOException {
        Map<String, String> keys = new HashMap<>();
        for (String line : Files.readAllLines(data.resolve("credentials"))) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                keys.putIfAbsent(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        var signer = new RequestSigner(
                keys.getOrDefault("aws_access_key_id", ""),
                keys.getOrDefault("aws_secret_access_key", ""),
                Optional.empty(),
                "us-east-1",
                "proton");
        return new Requests("127.0.0.1:" + port, signer, clock);
    }

    /// A signed request of an operation.
    <I extends Shape> byte[] of(OperationShape<I, ?> operation, I input) {
        byte[] body = WireWriter.bytes(input);
        var headers = Headers.NONE
                .with("Host", host)
                .with("Content-Type", "application/x-amz-json-1.0")
                .with("X-Amz-Target", operation.target());
        RawRequest signed = signer.sign(new RawRequest("POST", "/", "", headers, body), clock.instant());
        var head = new StringBuilder("POST / HTTP/1.1\r\n");
        signed.headers()
                .values()
                .forEach((name, values) -> values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n")));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        return joined(head.toString().getBytes(StandardCharsets.UTF_8), body);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
