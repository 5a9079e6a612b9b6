package openproton.server.gate;

/// Refuses bodies that are too large; the door has read at most one byte more than the limit.
record RefuseLargeBody(int bytesMax) implements Gate {

    @Override
    public Exchange pass(Exchange exchange) {
        if (exchange.request().body().length > bytesMax) {
            throw new ProtocolFailure(
                    413, "RequestEntityTooLargeException", "the body may have at most %d bytes".formatted(bytesMax));
        }
        return exchange;
    }
}
