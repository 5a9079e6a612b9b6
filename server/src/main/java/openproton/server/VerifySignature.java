package openproton.server;

import openproton.auth.SignatureVerifier;

/// Finds out who asks, by the signature of the request.
public record VerifySignature(SignatureVerifier verifier) implements Gate {

    @Override
    public Exchange pass(Exchange exchange) {
        return exchange.from(verifier.verify(exchange.request()));
    }
}
