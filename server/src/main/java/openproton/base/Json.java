package openproton.base;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Reads and writes plain data as JSON, keeping the order of maps.
public final class Json {
    private static final int DEPTH_MAX = 64;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    private static final DefaultPrettyPrinter.Indenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriteContext PRETTY = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
        }
    };

    private Json() {}

    /// Writes plain data without spaces or line ends.
    public static String write(@Nullable Object value) {
        var text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(out, value);
        }
        return text.toString();
    }

    /// Writes plain data for people: a member a line, indented, with a line end behind it.
    public static String pretty(@Nullable Object value) {
        var text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(PRETTY, text)) {
            write(out, value);
        }
        return text.append("\n").toString();
    }

    /// Reads one JSON value.
    ///
    /// @throws DataException when the text is not JSON
    public static @Nullable Object read(String text) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            Object value = value(in, in.nextToken());
            if (in.nextToken() != null) {
                throw new DataException("is not valid JSON: there is more text behind the first value");
            }
            return value;
        } catch (JacksonException e) {
            var at = e.getLocation();
            String place = at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
            throw new DataException("is not valid JSON: %s%s".formatted(e.getOriginalMessage(), place));
        }
    }

    private static void write(JsonGenerator out, @Nullable Object value) {
        switch (value) {
            case null -> out.writeNull();
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((key, member) -> {
                    out.writeName(String.valueOf(key));
                    write(out, member);
                });
                out.writeEndObject();
            }
            case Iterable<?> list -> {
                out.writeStartArray();
                list.forEach(item -> write(out, item));
                out.writeEndArray();
            }
            case Boolean truth -> out.writeBoolean(truth);
            case Number number -> writeNumber(out, number);
            default -> out.writeString(value.toString());
        }
    }

    private static void writeNumber(JsonGenerator out, Number number) {
        switch (number) {
            case Double fraction -> out.writeNumber(fraction.doubleValue());
            case BigInteger integer -> out.writeNumber(integer);
            case BigDecimal decimal -> out.writeNumber(decimal);
            default -> out.writeNumber(number.longValue());
        }
    }

    private static @Nullable Object value(JsonParser in, @Nullable JsonToken token) {
        return switch (token) {
            case null -> throw new DataException("is not valid JSON: it is empty");
            case START_OBJECT -> map(in);
            case START_ARRAY -> list(in);
            case VALUE_STRING -> in.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> {
                BigInteger integer = in.getBigIntegerValue();
                yield integer.bitLength() < Long.SIZE ? (Object) integer.longValueExact() : integer;
            }
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            default -> throw new DataException("is not valid JSON: unexpected " + token);
        };
    }

    private static Map<String, Object> map(JsonParser in) {
        var members = new LinkedHashMap<String, Object>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            members.put(name, value(in, in.nextToken()));
        }
        return members;
    }

    private static List<Object> list(JsonParser in) {
        var items = new ArrayList<Object>();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            items.add(value(in, token));
        }
        return items;
    }
}
