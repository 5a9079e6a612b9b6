package openproton.server;

import java.util.Optional;
import openproton.api.signing.RawRequest;
import openproton.auth.Verified;

/// A request on its way through the gates, and what they have found out about it so far.
///
/// @param who set once the signature is verified
/// @param call set once the input is read
public record Exchange(RawRequest request, String requestId, Optional<Verified> who, Optional<Call<?, ?>> call) {

    static Exchange begin(RawRequest request) {
        return new Exchange(request, "", Optional.empty(), Optional.empty());
    }

    Exchange named(String id) {
        return new Exchange(request, id, who, call);
    }

    Exchange from(Verified verified) {
        return new Exchange(request, requestId, Optional.of(verified), call);
    }

    Exchange calling(Call<?, ?> found) {
        return new Exchange(request, requestId, who, Optional.of(found));
    }

    /// Who asks; only behind [VerifySignature].
    public Verified verified() {
        return who.orElseThrow(() -> new IllegalStateException("no gate has verified the signature"));
    }

    /// What is asked; only behind [ReadInput].
    public Call<?, ?> asked() {
        return call.orElseThrow(() -> new IllegalStateException("no gate has read the input"));
    }

    /// The request id.
    @Override
    public String toString() {
        return "exchange " + requestId;
    }
}
