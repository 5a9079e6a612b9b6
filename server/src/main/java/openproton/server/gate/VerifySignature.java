package openproton.server.gate;

import openproton.auth.signature.SignatureVerifier;

/// Identifies the sender by the signature of the request.
record VerifySignature(SignatureVerifier verifier) implements Gate {

    @Override
    public Exchange pass(Exchange exchange) {
        return exchange.from(verifier.verify(exchange.request()));
    }
}
