package openproton.server;

/// Refuses bodies that are too large; the door has read at most one byte more than the limit.
public record RefuseLargeBody(int bytesMax) implements Gate {

    @Override
    public Exchange pass(Exchange exchange) {
        if (exchange.request().body().length > bytesMax) {
            throw new Refusal(
                    413, "RequestEntityTooLargeException", "the body may have at most %d bytes".formatted(bytesMax));
        }
        return exchange;
    }
}
