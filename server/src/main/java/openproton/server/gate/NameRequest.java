package openproton.server.gate;

import openproton.base.Ids;

/// Gives the request the id by which the caller and the log name it.
record NameRequest(Ids ids) implements Gate {

    @Override
    public Exchange pass(Exchange exchange) {
        return exchange.named(ids.next());
    }
}
