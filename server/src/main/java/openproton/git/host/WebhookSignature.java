package openproton.git.host;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import openproton.git.Connection;
import openproton.git.GitException;
import openproton.git.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks that the sender of a notice knows the webhook secret of the connection.
///
/// @param headers by their names, in any case
record WebhookSignature(Connection connection, Map<String, String> headers) {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSignature.class);

    void check(byte[] body) {
        Secret kept = connection
                .webhookSecret()
                .orElseThrow(
                        () -> new GitException.Refused("Connection %s has no webhook secret, so its notices are refused"
                                .formatted(connection.name())));
        String secret = read(kept);
        boolean right = switch (connection.kind()) {
            case GITHUB -> isSigned("X-Hub-Signature-256", secret, body);
            case GITLAB -> isSame(headers.getOrDefault("X-Gitlab-Token", ""), secret);
            case BITBUCKET -> isSigned("X-Hub-Signature", secret, body);
            case GIT -> isSigned("X-OpenProton-Signature", secret, body);
        };
        if (!right) {
            throw new GitException.Refused(
                    "The notice is not signed with the webhook secret of connection %s".formatted(connection.name()));
        }
    }

    /// The endpoint is public, so only the log names the place where the secret should be.
    private String read(Secret kept) {
        try {
            return kept.read();
        } catch (GitException.Refused unreadable) {
            LOG.warn("a notice for connection {} was refused: {}", connection.name(), unreadable.getMessage());
            throw new GitException.Refused(
                    "Notices for connection %s cannot be checked now; the log of the server says why"
                            .formatted(connection.name()));
        }
    }

    private boolean isSigned(String header, String secret, byte[] body) {
        return isSame(headers.getOrDefault(header, ""), of(secret, body));
    }

    /// Takes the same time wherever the two differ.
    private static boolean isSame(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    /// The signature of a body, as hosts write it into a header.
    static String of(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
