package openproton.auth.signature;

import java.util.List;
import openproton.api.signing.AuthorizationHeader;
import openproton.api.signing.RawRequest;
import openproton.auth.AuthenticationFailure;

/// Checks that a signature covers the headers that give a request its meaning.
final class SignedHeaders {
    /// An attacker who could change these without breaking the signature could change the meaning of the request.
    private static final List<String> SIGNED_IF_PRESENT =
            List.of("x-amz-date", "x-amz-target", "x-amz-security-token", "x-amz-content-sha256");

    private SignedHeaders() {}

    static void check(RawRequest request, AuthorizationHeader authorization) {
        if (!authorization.signedHeaders().contains("host")) {
            throw incomplete("SignedHeaders must name 'host'");
        }
        for (String name : SIGNED_IF_PRESENT) {
            if (!request.headers().all(name).isEmpty()
                    && !authorization.signedHeaders().contains(name)) {
                throw incomplete("SignedHeaders must name '%s', because the request has it".formatted(name));
            }
        }
        for (String name : authorization.signedHeaders()) {
            if (request.headers().all(name).isEmpty()) {
                throw incomplete("SignedHeaders names '%s', but no such header arrived".formatted(name));
            }
        }
    }

    private static AuthenticationFailure incomplete(String message) {
        return new AuthenticationFailure(AuthenticationFailure.Reason.INCOMPLETE, message);
    }
}
