package openproton.server.gate;

/// Finds the operation that is asked for and reads its input, checked against the model.
record ReadInput(AwsJson awsJson) implements Gate {

    @Override
    public Exchange pass(Exchange exchange) {
        return exchange.calling(awsJson.read(exchange.request()));
    }
}
