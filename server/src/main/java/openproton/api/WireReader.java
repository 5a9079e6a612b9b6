package openproton.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads a shape from JSON as the protocol AWS JSON 1.0 has it: unknown members are skipped, `null` means absent.
///
/// Broken constraints are collected over the whole message and thrown together; see [#read].
public final class WireReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final boolean isInput;
    private final Violations violations = new Violations();
    private final Deque<String> path = new ArrayDeque<>();

    private WireReader(JsonParser parser, boolean isInput) {
        this.parser = parser;
        this.isInput = isInput;
    }

    /// Reads one message.
    ///
    /// @param body JSON; no bytes at all mean `{}`
    /// @throws SerializationException when it is not JSON, or a member has the wrong JSON type
    /// @throws ValidationException naming every member that breaks a constraint of the model
    public static <T> T read(byte[] body, Function<WireReader, T> shape) {
        return read(body, shape, false);
    }

    /// Reads the input of an operation: like [#read], but no text may hold the character U+0000, which not every
    /// database can keep.
    ///
    /// @throws SerializationException as [#read]
    /// @throws ValidationException as [#read]
    public static <T> T readInput(byte[] body, Function<WireReader, T> shape) {
        return read(body, shape, true);
    }

    private static <T> T read(byte[] body, Function<WireReader, T> shape, boolean isInput) {
        byte[] json = body.length == 0 ? new byte[] {'{', '}'} : body;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            var reader = new WireReader(parser, isInput);
            parser.nextToken();
            T value = shape.apply(reader);
            if (parser.nextToken() != null) {
                throw new SerializationException("the body goes on after its JSON object has ended");
            }
            reader.violations.throwIfAny();
            return value;
        } catch (JacksonException failure) {
            throw new SerializationException("the body is not JSON: " + failure.getOriginalMessage());
        }
    }

    /// Hands every member that is present and not null to `member`, which must read or skip it.
    void members(Consumer<String> member) {
        expect(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                path.addLast(path.isEmpty() ? name : "." + name);
                member.accept(name);
                path.removeLast();
            }
        }
    }

    void skip() {
        parser.skipChildren();
    }

    String text(TextRule rule) {
        expect(JsonToken.VALUE_STRING, "a string");
        String value = parser.getString();
        rule.brokenBy(value).ifPresent(why -> violations.add(value, rule.sensitive(), where(), why));
        if (isInput && value.indexOf('\0') >= 0) {
            violations.add(value, rule.sensitive(), where(), "Member must not contain the character U+0000");
        }
        return value;
    }

    /// @return the constant; null when there is none of that name, which is noted
    <E extends WireEnum> @Nullable E constant(E[] constants) {
        expect(JsonToken.VALUE_STRING, "a string");
        String value = parser.getString();
        Optional<E> found = Arrays.stream(constants)
                .filter(constant -> constant.value().equals(value))
                .findFirst();
        if (found.isEmpty()) {
            violations.add(value, false, where(), "Member must satisfy enum value set: " + spelled(constants));
        }
        return found.orElse(null);
    }

    Integer number(int min, int max) {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        long value = parser.getLongValue();
        if (value < min) {
            violations.add(
                    Long.toString(value), false, where(), "Member must have value greater than or equal to " + min);
        } else if (value > max) {
            violations.add(Long.toString(value), false, where(), "Member must have value less than or equal to " + max);
        }
        return (int) value;
    }

    Boolean flag() {
        if (parser.currentToken() != JsonToken.VALUE_FALSE) {
            expect(JsonToken.VALUE_TRUE, "true or false");
        }
        return parser.getBooleanValue();
    }

    Instant instant() {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            expect(JsonToken.VALUE_NUMBER_FLOAT, "a number of seconds since the epoch");
        }
        BigDecimal seconds = parser.getDecimalValue();
        return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
    }

    <T> List<T> list(int min, int max, Supplier<T> item) {
        expect(JsonToken.START_ARRAY, "a list");
        var items = new ArrayList<T>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            path.addLast("[" + items.size() + "]");
            items.add(item.get());
            path.removeLast();
        }
        if (items.size() < min) {
            violations.add(where(), "Member must have length greater than or equal to " + min);
        } else if (items.size() > max) {
            violations.add(where(), "Member must have length less than or equal to " + max);
        }
        return items;
    }

    /// Notes a required member that was not there.
    void require(@Nullable Object value, String member) {
        if (value == null) {
            violations.addMissing(where() + (path.isEmpty() ? member : "." + member));
        }
    }

    /// Notes a union that does not have exactly one member.
    void requireOne(int members) {
        if (members != 1) {
            violations.add(where(), "Member must have exactly one member set, but has " + members);
        }
    }

    private void expect(JsonToken token, String wanted) {
        if (parser.currentToken() != token) {
            String where = path.isEmpty() ? "the body" : "'" + where() + "'";
            throw new SerializationException(where + " must be " + wanted);
        }
    }

    private String where() {
        return String.join("", path);
    }

    private static String spelled(WireEnum[] constants) {
        return Arrays.stream(constants).map(WireEnum::value).collect(Collectors.joining(", ", "[", "]"));
    }
}
