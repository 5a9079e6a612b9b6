package openproton.api;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a shape as JSON: absent members are left out, times are seconds since the epoch with a millisecond fraction.
public final class WireWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator generator;

    private WireWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /// A shape as JSON in UTF-8.
    public static byte[] bytes(Shape shape) {
        var bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            shape.write(new WireWriter(generator));
        }
        return bytes.toByteArray();
    }

    /// A shape as JSON text.
    public static String text(Shape shape) {
        return new String(bytes(shape), StandardCharsets.UTF_8);
    }

    void start() {
        generator.writeStartObject();
    }

    void end() {
        generator.writeEndObject();
    }

    /// Writes a member; an empty [Optional] is left out.
    void member(String name, Object value) {
        switch (value) {
            case Optional<?> optional -> optional.ifPresent(present -> member(name, present));
            default -> {
                generator.writeName(name);
                value(value);
            }
        }
    }

    private void value(Object value) {
        switch (value) {
            case String text -> generator.writeString(text);
            case WireEnum constant -> generator.writeString(constant.value());
            case Integer number -> generator.writeNumber(number);
            case Boolean flag -> generator.writeBoolean(flag);
            case Instant instant -> generator.writeNumber(BigDecimal.valueOf(instant.toEpochMilli(), 3));
            case Shape shape -> shape.write(this);
            case List<?> list -> {
                generator.writeStartArray();
                list.forEach(this::value);
                generator.writeEndArray();
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }
}
