package openproton.api.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// The scope of a signature: one day, one Region, one service.
///
/// @param date eight digits, UTC
public record CredentialScope(String date, String region, String service) {
    /// How a moment is written in `X-Amz-Date`.
    public static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    static final String END = "aws4_request";

    /// The scope of a request made at a moment.
    public static CredentialScope at(Instant time, String region, String service) {
        return new CredentialScope(TIME.format(time).substring(0, 8), region, service);
    }

    /// The text that is signed: the moment, this scope, and the hash of the canonical request.
    public String stringToSign(Instant time, CanonicalRequest request) {
        return String.join("\n", ALGORITHM, TIME.format(time), toString(), request.hash());
    }

    /// The signature of a text under a secret key, in lower-case hex.
    public String sign(String secret, String stringToSign) {
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {date, region, service, END}) {
            key = Sha256.keyed(key, part);
        }
        return HexFormat.of().formatHex(Sha256.keyed(key, stringToSign));
    }

    @Override
    public String toString() {
        return String.join("/", date, region, service, END);
    }
}
