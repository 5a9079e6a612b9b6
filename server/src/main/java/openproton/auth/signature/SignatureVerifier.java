package openproton.auth.signature;

import static openproton.auth.AuthenticationFailure.Reason.INCOMPLETE;
import static openproton.auth.AuthenticationFailure.Reason.INVALID;
import static openproton.auth.AuthenticationFailure.Reason.MISSING;
import static openproton.auth.AuthenticationFailure.Reason.UNRECOGNIZED;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import openproton.api.Caller;
import openproton.api.signing.AuthorizationHeader;
import openproton.api.signing.CanonicalRequest;
import openproton.api.signing.RawRequest;
import openproton.auth.AuthenticationFailure;
import openproton.auth.Credential;
import openproton.auth.CredentialSource;
import openproton.auth.Identity;
import openproton.auth.Verified;

/// Checks Signature Version 4 as it comes in the header `Authorization`.
///
/// Exactly the headers that the request names as signed are hashed, in the form in which they arrived.
///
/// @param service the service that the credential scope must name, such as `proton`
public record SignatureVerifier(String service, CredentialSource credentials, InstantSource clock) {
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,32}");

    /// The identity that signed a request.
    ///
    /// @throws AuthenticationFailure when the request is not signed, or the signature is not valid
    public Verified verify(RawRequest request) {
        AuthorizationHeader authorization = authorizationOf(request);
        SignedHeaders.check(request, authorization);
        Instant time = new SigningTime(request, authorization).within(clock.instant());
        checkScope(authorization);
        Credential credential = credentialOf(request, authorization);
        CanonicalRequest canonical = CanonicalRequest.of(request, authorization.signedHeaders());
        checkPayloadHash(request, canonical);
        checkSignature(authorization, canonical, time, credential);
        Identity identity = credential.identity();
        String region = authorization.scope().region();
        return new Verified(identity, new Caller(identity.account(), region, identity.principal()));
    }

    private static AuthorizationHeader authorizationOf(RawRequest request) {
        String header = request.headers()
                .first("Authorization")
                .orElseThrow(() -> new AuthenticationFailure(
                        MISSING,
                        "the request has no Authorization header; sign it with Signature Version 4 and an access key"));
        try {
            return AuthorizationHeader.parse(header);
        } catch (IllegalArgumentException failure) {
            throw new AuthenticationFailure(INCOMPLETE, String.valueOf(failure.getMessage()));
        }
    }

    private void checkScope(AuthorizationHeader authorization) {
        if (!authorization.scope().service().equals(service)) {
            throw new AuthenticationFailure(
                    INVALID, "the Credential must be scoped to the service '%s'".formatted(service));
        }
        if (!REGION.matcher(authorization.scope().region()).matches()) {
            throw new AuthenticationFailure(INVALID, "Credential must name a Region such as us-east-1");
        }
    }

    private Credential credentialOf(RawRequest request, AuthorizationHeader authorization) {
        Optional<String> token = request.headers().first("X-Amz-Security-Token");
        return credentials
                .find(authorization.keyId(), token)
                .orElseThrow(() -> new AuthenticationFailure(
                        UNRECOGNIZED,
                        "the access key '%s'%s is not known here, or disabled"
                                .formatted(
                                        authorization.keyId(),
                                        token.map(_ -> " with this session token")
                                                .orElse(""))));
    }

    private static void checkPayloadHash(RawRequest request, CanonicalRequest canonical) {
        request.headers()
                .first("X-Amz-Content-Sha256")
                .filter(hash -> !hash.equals(canonical.payloadHash()))
                .ifPresent(hash -> {
                    throw new AuthenticationFailure(
                            INVALID,
                            "X-Amz-Content-Sha256 must be the SHA-256 of the body in lower-case hex, which is %s"
                                    .formatted(canonical.payloadHash()));
                });
    }

    private static void checkSignature(
            AuthorizationHeader authorization, CanonicalRequest canonical, Instant time, Credential credential) {
        String text = authorization.scope().stringToSign(time, canonical);
        String expected = authorization.scope().sign(credential.secret(), text);
        if (!MessageDigest.isEqual(bytes(expected), bytes(authorization.signature()))) {
            throw new AuthenticationFailure(INVALID, whyInvalid(canonical));
        }
    }

    private static String whyInvalid(CanonicalRequest canonical) {
        return """
            the signature does not fit: check the secret key, and that nothing changed the request on its way. \
            Seen here: host '%s', path '%s', signed headers '%s', SHA-256 of the body %s, \
            SHA-256 of the canonical request %s\
            """.formatted(
                        String.join(",", canonical.request().headers().all("Host")),
                        canonical.request().path(),
                        String.join(";", canonical.signedHeaders()),
                        canonical.payloadHash(),
                        canonical.hash());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
