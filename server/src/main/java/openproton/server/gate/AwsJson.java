package openproton.server.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import openproton.api.Operation;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.api.WireReader;
import openproton.api.WireWriter;
import openproton.api.signing.RawRequest;

/// The protocol AWS JSON 1.0: the header `X-Amz-Target` names the operation, the body is its input.
public final class AwsJson {
    private static final String CONTENT_TYPE = "application/x-amz-json-1.0";

    private final Map<String, Bound<?, ?>> operations;

    /// An operation that we have, with what the model says of it.
    private record Bound<I extends Shape, O extends Shape>(OperationShape<I, O> shape, Operation<I, O> operation) {
        OperationCall<I, O> read(byte[] body) {
            return new OperationCall<>(operation, shape, WireReader.readInput(body, shape.input()));
        }
    }

    /// @param shapes the model, such as `ApiModel.OPERATIONS`
    /// @param operations those that are served; each must be named as one of the model
    public AwsJson(List<OperationShape<?, ?>> shapes, List<Operation<?, ?>> operations) {
        Map<String, OperationShape<?, ?>> byName =
                shapes.stream().collect(Collectors.toMap(OperationShape::name, Function.identity()));
        this.operations = new TreeMap<>();
        for (Operation<?, ?> operation : operations) {
            OperationShape<?, ?> shape = byName.get(operation.name());
            if (shape == null || this.operations.put(shape.target(), bound(shape, operation)) != null) {
                throw new IllegalArgumentException(
                        "'%s' is not in the model, or is given twice".formatted(operation.name()));
            }
        }
    }

    /// The name says that both speak of the same shapes.
    @SuppressWarnings("unchecked")
    private static <I extends Shape, O extends Shape> Bound<I, O> bound(
            OperationShape<I, O> shape, Operation<?, ?> operation) {
        return new Bound<>(shape, (Operation<I, O>) operation);
    }

    /// The call that a request asks for.
    ///
    /// @throws Refusal when it names no operation that is served here
    /// @throws openproton.api.SerializationException when the body is not JSON, or has a wrong JSON type
    /// @throws openproton.api.ValidationException when the input breaks rules of the model
    OperationCall<?, ?> read(RawRequest request) {
        Bound<?, ?> bound = bound(request.headers().first("X-Amz-Target"));
        checkContentType(request.headers().first("Content-Type"));
        return bound.read(request.body());
    }

    /// Runs the operation that was asked for and writes its output.
    Answer call(Exchange exchange) {
        Shape output = exchange.asked().run(exchange.verified().caller());
        return Answer.ok(WireWriter.bytes(output));
    }

    private Bound<?, ?> bound(Optional<String> target) {
        return target.flatMap(name -> Optional.<Bound<?, ?>>ofNullable(operations.get(name)))
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
