package openproton.server.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import openproton.api.Dispatcher;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.api.WireReader;
import openproton.api.WireWriter;
import openproton.api.signing.RawRequest;

/// The protocol AWS JSON 1.0: the header `X-Amz-Target` names the operation, the body is its input.
public final class AwsJson {
    private static final String CONTENT_TYPE = "application/x-amz-json-1.0";

    private final Dispatcher dispatcher;
    private final Map<String, OperationShape<?, ?>> served;

    /// @param shapes the model, such as `ApiModel.OPERATIONS`
    public AwsJson(List<OperationShape<?, ?>> shapes, Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.served = shapes.stream()
                .filter(dispatcher::serves)
                .collect(Collectors.toMap(OperationShape::target, Function.identity()));
    }

    /// The call that a request asks for.
    ///
    /// @throws ProtocolFailure when it names no operation that is served here
    /// @throws openproton.api.SerializationException when the body is not JSON, or has a wrong JSON type
    /// @throws openproton.api.ValidationException when the input breaks rules of the model
    OperationCall<?, ?> read(RawRequest request) {
        OperationShape<?, ?> shape = shape(request.headers().first("X-Amz-Target"));
        checkContentType(request.headers().first("Content-Type"));
        return read(shape, request.body());
    }

    private <I extends Shape, O extends Shape> OperationCall<I, O> read(OperationShape<I, O> shape, byte[] body) {
        return new OperationCall<>(dispatcher, shape, WireReader.readInput(body, shape.input()));
    }

    /// Runs the operation that was asked for and writes its output.
    Answer call(Exchange exchange) {
        Shape output = exchange.asked().run(exchange.verified().caller());
        return Answer.ok(WireWriter.bytes(output));
    }

    private OperationShape<?, ?> shape(Optional<String> target) {
        return target.flatMap(name -> Optional.<OperationShape<?, ?>>ofNullable(served.get(name)))
                .orElseThrow(() -> new ProtocolFailure(
                        400,
                        "UnknownOperationException",
                        target.map(name -> "the header X-Amz-Target names '%s', which is no operation here"
                                        .formatted(name))
                                .orElse("the header X-Amz-Target must name an operation, such as "
                                        + "AwsProton20200720.ListServices")));
    }

    private static void checkContentType(Optional<String> contentType) {
        contentType
                .map(type -> type.split(";", 2)[0].strip())
                .filter(type -> !type.isEmpty() && !type.equalsIgnoreCase(CONTENT_TYPE))
                .ifPresent(type -> {
                    throw new ProtocolFailure(
                            415,
                            "UnsupportedMediaTypeException",
                            "the header Content-Type must be %s, not '%s'".formatted(CONTENT_TYPE, type));
                });
    }
}
