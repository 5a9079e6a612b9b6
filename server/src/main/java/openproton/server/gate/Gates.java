package openproton.server.gate;

import java.util.List;
import java.util.function.Function;
import openproton.api.signing.RawRequest;
import openproton.auth.permission.Permissions;
import openproton.auth.signature.SignatureVerifier;
import openproton.base.Ids;

/// The gates that every request passes, in order, and the operations behind the last one.
///
/// The order is: authentication, then the shape of the request, then authorization, then the operation.
public final class Gates {
    private final List<Gate> all;
    private final Function<Exchange, Answer> inside;

    private Gates(List<Gate> all, Function<Exchange, Answer> inside) {
        this.all = all;
        this.inside = inside;
    }

    /// The gates of the API, with the operations behind them.
    public static Gates of(
            Ids ids,
            int bodyBytesMax,
            SignatureVerifier verifier,
            LimitRate rate,
            Permissions permissions,
            AwsJson operations) {
        return new Gates(
                List.of(
                        new NameRequest(ids),
                        new RefuseLargeBody(bodyBytesMax),
                        new VerifySignature(verifier),
                        rate,
                        new ReadInput(operations),
                        new CheckPermission(permissions)),
                operations::call);
    }

    /// How far a request came, and its answer.
    public record Passage(Exchange exchange, Answer answer) {}

    public Passage answer(RawRequest request) {
        Exchange exchange = Exchange.begin(request);
        try {
            for (Gate gate : all) {
                exchange = gate.pass(exchange);
            }
            return new Passage(exchange, inside.apply(exchange));
        } catch (RuntimeException failure) {
            return new Passage(exchange, ErrorAnswers.of(exchange, failure));
        }
    }
}
