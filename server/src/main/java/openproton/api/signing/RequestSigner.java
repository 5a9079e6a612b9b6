package openproton.api.signing;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Signs requests with the keys of one caller.
///
/// @param sessionToken goes with temporary keys only
public record RequestSigner(String keyId, String secret, Optional<String> sessionToken, String region, String service) {
    /// Headers that proxies and clients change on the way, so that they must not be signed.
    private static final Set<String> UNSIGNED = Set.of("authorization", "connection", "user-agent", "x-amzn-trace-id");

    /// The request with the headers `X-Amz-Date`, `X-Amz-Security-Token` and `Authorization` added.
    ///
    /// @param request must have the header `Host` as it will be sent
    public RawRequest sign(RawRequest request, Instant time) {
        RawRequest dated = request.with("X-Amz-Date", CredentialScope.TIME.format(time));
        RawRequest complete = sessionToken
                .map(token -> dated.with("X-Amz-Security-Token", token))
                .orElse(dated);
        return complete.with("Authorization", authorization(complete, time).text());
    }

    private AuthorizationHeader authorization(RawRequest request, Instant time) {
        var signed = new TreeSet<>(request.headers().values().keySet());
        signed.removeAll(UNSIGNED);
        var scope = CredentialScope.at(time, region, service);
        String text = scope.stringToSign(time, CanonicalRequest.of(request, signed));
        return new AuthorizationHeader(keyId, scope, signed, scope.sign(secret, text));
    }

    /// Names the key, never the secret.
    @Override
    public String toString() {
        return "signer with " + keyId;
    }
}
