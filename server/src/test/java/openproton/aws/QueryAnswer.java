package openproton.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An answer of AWS's query protocol.
///
/// @param status of HTTP
/// @param xml the whole body
record QueryAnswer(int status, String xml) {
    private static final String REQUEST_ID = "00000000-0000-0000-0000-000000000001";

    static QueryAnswer of(String operation, String namespace, Map<String, Object> result) {
        var content = Fields.of(operation + "Result", result, "ResponseMetadata", Fields.of("RequestId", REQUEST_ID));
        return new QueryAnswer(200, Xml.of(operation + "Response", namespace, content));
    }

    static QueryAnswer refused(String namespace, AwsRefusal refusal) {
        var error = Fields.of(
                "Type",
                refusal.status() < 500 ? "Sender" : "Receiver",
                "Code",
                refusal.code(),
                "Message",
                refusal.getMessage());
        return new QueryAnswer(
                refusal.status(),
                Xml.of("ErrorResponse", namespace, Fields.of("Error", error, "RequestId", REQUEST_ID)));
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] content = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
    }
}
