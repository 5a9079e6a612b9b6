package openproton.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Enough of S3 to keep bundles and templates: path-style addresses, no versions, no listing by pages.
final class StandInS3 {
    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    private final Faults faults;
    private final Map<String, Map<String, byte[]>> buckets = new ConcurrentHashMap<>();

    StandInS3(Faults faults) {
        this.faults = faults;
    }

    void put(String bucket, String key, byte[] content) {
        buckets.computeIfAbsent(bucket, _ -> new ConcurrentSkipListMap<>()).put(key, content);
    }

    Optional<byte[]> object(String bucket, String key) {
        return Optional.ofNullable(buckets.getOrDefault(bucket, Map.of()).get(key));
    }

    Map<String, byte[]> objects(String bucket) {
        return new TreeMap<>(buckets.getOrDefault(bucket, Map.of()));
    }

    /// Answers one request, an error included.
    void answer(HttpExchange exchange, byte[] body) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().substring(1).split("/", 2);
        String key = parts.length < 2 ? "" : parts[1];
        try {
            if (faults.deniedBuckets.contains(parts[0])) {
                throw new AwsRefusal(403, "AccessDenied", "Access Denied");
            }
            if (key.isEmpty()) {
                answerBucket(exchange, parts[0]);
            } else {
                answerObject(exchange, parts[0], key, body);
            }
        } catch (AwsRefusal e) {
            var content =
                    Fields.of("Code", e.code(), "Message", e.getMessage(), "Resource", "/" + String.join("/", parts));
            String xml = Xml.of("Error", NAMESPACE, content).replace(" xmlns=\"" + NAMESPACE + "\"", "");
            send(exchange, e.status(), "application/xml", xml.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void answerBucket(HttpExchange exchange, String bucket) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                buckets.computeIfAbsent(bucket, _ -> new ConcurrentSkipListMap<>());
                exchange.getResponseHeaders().set("Location", "/" + bucket);
                send(exchange, 200, "application/xml", new byte[0]);
            }
            case "HEAD" -> {
                existing(bucket);
                send(exchange, 200, "application/xml", new byte[0]);
            }
            case "GET" -> send(exchange, 200, "application/xml", listing(exchange, bucket));
            default -> throw new AwsRefusal(405, "MethodNotAllowed", "The specified method is not allowed");
        }
    }

    private void answerObject(HttpExchange exchange, String bucket, String key, byte[] body) throws IOException {
        var objects = existing(bucket);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, isChunked(exchange) ? unchunked(body) : body);
                exchange.getResponseHeaders().set("ETag", tag(objects.get(key)));
                send(exchange, 200, "application/xml", new byte[0]);
            }
            case "GET", "HEAD" -> {
                byte[] content = object(bucket, key)
                        .orElseThrow(() -> new AwsRefusal(404, "NoSuchKey", "The specified key does not exist."));
                exchange.getResponseHeaders().set("ETag", tag(content));
                exchange.getResponseHeaders().set("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
                send(exchange, 200, "application/octet-stream", content);
            }
            case "DELETE" -> {
                objects.remove(key);
                send(exchange, 204, "application/xml", new byte[0]);
            }
            default -> throw new AwsRefusal(405, "MethodNotAllowed", "The specified method is not allowed");
        }
    }

    private Map<String, byte[]> existing(String bucket) {
        var objects = buckets.get(bucket);
        if (objects == null) {
            throw new AwsRefusal(404, "NoSuchBucket", "The specified bucket does not exist");
        }
        return objects;
    }

    private byte[] listing(HttpExchange exchange, String bucket) {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        String prefix = query.contains("prefix=") ? query.replaceFirst(".*prefix=([^&]*).*", "$1") : "";
        var entries = new StringBuilder();
        existing(bucket).forEach((key, content) -> {
            if (key.startsWith(prefix)) {
                entries.append(
                        "<Contents><Key>%s</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><Size>%d</Size></Contents>"
                                .formatted(Xml.escaped(key), content.length));
            }
        });
        String xml =
                "<ListBucketResult xmlns=\"%s\"><Name>%s</Name><Prefix>%s</Prefix><IsTruncated>false</IsTruncated>%s</ListBucketResult>"
                        .formatted(NAMESPACE, Xml.escaped(bucket), Xml.escaped(prefix), entries);
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isChunked(HttpExchange exchange) {
        String hash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        return hash != null && hash.startsWith("STREAMING-");
    }

    /// Takes the content out of its signed pieces: a hexadecimal length, a line end, so many bytes, a line end.
    private static byte[] unchunked(byte[] body) {
        var content = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int end = at;
            while (body[end] != '\r') {
                end++;
            }
            String line = new String(body, at, end - at, StandardCharsets.US_ASCII);
            int length = Integer.parseInt(line.replaceFirst(";.*", ""), 16);
            if (length == 0) {
                return content.toByteArray();
            }
            content.write(body, end + 2, length);
            at = end + 2 + length + 2;
        }
    }

    private static String tag(byte[] content) {
        return "\"" + UUID.nameUUIDFromBytes(content).toString().replace("-", "") + "\"";
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("x-amz-request-id", "STANDIN");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
            exchange.sendResponseHeaders(status, -1);
        } else if (content.length == 0) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, content.length);
            exchange.getResponseBody().write(content);
        }
    }
}
