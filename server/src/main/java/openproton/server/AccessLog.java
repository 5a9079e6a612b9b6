package openproton.server;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import openproton.api.signing.RawRequest;
import openproton.auth.Verified;
import openproton.base.Json;
import openproton.server.gate.Answer;
import openproton.server.gate.Exchange;
import openproton.server.gate.Gates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes one line of JSON for each request to the log `openproton.access`: never a body, never a secret.
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("openproton.access");
    private static final Pattern TARGET = Pattern.compile("[A-Za-z0-9]{1,40}\\.([A-Za-z]{1,80})");
    private static final int USER_AGENT_LENGTH_MAX = 120;

    private AccessLog() {}

    static void write(Instant begun, Duration taken, Gates.Passage passage) {
        if (LOG.isInfoEnabled()) {
            LOG.info(line(begun, taken, passage));
        }
    }

    static String line(Instant begun, Duration taken, Gates.Passage passage) {
        Exchange exchange = passage.exchange();
        RawRequest request = exchange.request();
        Answer answer = passage.answer();
        var line = new LinkedHashMap<String, Object>();
        line.put("time", begun.toString());
        line.put("requestId", exchange.requestId());
        line.put("operation", operation(request));
        exchange.who().ifPresent(who -> identify(line, who));
        line.put("status", answer.status());
        answer.errorType().ifPresent(type -> line.put("error", type));
        line.put("milliseconds", taken.toMillis());
        line.put("bytesIn", request.body().length);
        line.put("bytesOut", answer.body().length);
        request.headers().first("User-Agent").ifPresent(agent -> line.put("userAgent", shortened(agent)));
        return Json.write(line);
    }

    private static void identify(Map<String, Object> line, Verified who) {
        line.put("account", who.caller().account());
        line.put("region", who.caller().region());
        line.put("principal", who.caller().principal());
        line.put("accessKey", who.identity().keyId());
    }

    private static String operation(RawRequest request) {
        return request.headers()
                .first("X-Amz-Target")
                .map(TARGET::matcher)
                .filter(target -> target.matches())
                .map(target -> target.group(1))
                .orElse("none");
    }

    private static String shortened(String agent) {
        return agent.length() <= USER_AGENT_LENGTH_MAX ? agent : agent.substring(0, USER_AGENT_LENGTH_MAX) + "…";
    }
}
