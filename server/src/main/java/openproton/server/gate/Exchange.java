package openproton.server.gate;

import java.util.Optional;
import openproton.api.signing.RawRequest;
import openproton.auth.Verified;

/// A request on its way through the gates, with the facts that they have established so far.
///
/// @param who set once the signature is verified
/// @param call set once the input is read
public record Exchange(
        RawRequest request, String requestId, Optional<Verified> who, Optional<OperationCall<?, ?>> call) {

    public static Exchange begin(RawRequest request) {
        return new Exchange(request, "", Optional.empty(), Optional.empty());
    }

    public Exchange named(String id) {
        return new Exchange(request, id, who, call);
    }

    public Exchange from(Verified verified) {
        return new Exchange(request, requestId, Optional.of(verified), call);
    }

    Exchange calling(OperationCall<?, ?> found) {
        return new Exchange(request, requestId, who, Optional.of(found));
    }

    /// The sender; only behind [VerifySignature].
    Verified verified() {
        return who.orElseThrow(() -> new IllegalStateException("no gate has verified the signature"));
    }

    /// The call; only behind [ReadInput].
    OperationCall<?, ?> asked() {
        return call.orElseThrow(() -> new IllegalStateException("no gate has read the input"));
    }

    /// The request id.
    @Override
    public String toString() {
        return "exchange " + requestId;
    }
}
