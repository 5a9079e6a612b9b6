package openproton.server;

import java.util.List;
import java.util.function.Function;
import openproton.api.signing.RawRequest;

/// What every request passes, in order, and what answers it behind the last gate.
///
/// The order is: authentication, then the shape of the request, then authorization, then the operation.
public record Gates(List<Gate> gates, Function<Exchange, Answer> inside) {

    /// How far a request came, and what it is answered.
    record Passage(Exchange exchange, Answer answer) {}

    Passage answer(RawRequest request) {
        Exchange exchange = Exchange.begin(request);
        try {
            for (Gate gate : gates) {
                exchange = gate.pass(exchange);
            }
            return new Passage(exchange, inside.apply(exchange));
        } catch (RuntimeException failure) {
            return new Passage(exchange, ErrorAnswers.of(exchange, failure));
        }
    }
}
