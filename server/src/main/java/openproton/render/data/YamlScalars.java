package openproton.render.data;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import openproton.base.DataException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/// Turns the scalars of YAML's core schema into strings, numbers, booleans and null.
record YamlScalars(ScalarResolver resolver) {

    private static final int DIGITS_MAX = 400;

    @Nullable
    Object value(ScalarEvent scalar) {
        String text = scalar.getValue();
        Tag tag = tagOf(scalar);
        if (tag.equals(Tag.STR)) {
            return text;
        } else if (tag.equals(Tag.NULL)) {
            return null;
        } else if (tag.equals(Tag.BOOL)) {
            return text.toLowerCase(Locale.ROOT).equals("true");
        } else if (tag.equals(Tag.INT)) {
            return integer(scalar, text);
        } else if (tag.equals(Tag.FLOAT)) {
            return fraction(scalar, text);
        }
        throw refusal(scalar, "the tag %s is not allowed here: plain data only".formatted(tag.getValue()));
    }

    private Tag tagOf(ScalarEvent scalar) {
        Optional<String> written = scalar.getTag().filter(tag -> !tag.equals("!"));
        if (written.isPresent()) {
            return new Tag(written.get());
        }
        return scalar.isPlain() ? resolver.resolve(scalar.getValue(), true) : Tag.STR;
    }

    private static Object integer(ScalarEvent scalar, String text) {
        if (text.length() > DIGITS_MAX) {
            throw refusal(scalar, "a number of more than %d digits; put it in quotes".formatted(DIGITS_MAX));
        }
        try {
            BigInteger value = parse(text);
            return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value;
        } catch (NumberFormatException _) {
            throw refusal(scalar, "'%s' is not a whole number".formatted(text));
        }
    }

    private static BigInteger parse(String text) {
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        return text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    }

    private static Double fraction(ScalarEvent scalar, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below, with the numbers that have no end
        }
        throw refusal(scalar, "'%s' is not a number that JSON can hold; put it in quotes".formatted(text));
    }

    private static DataException refusal(ScalarEvent scalar, String problem) {
        return new DataException(YamlPlace.describe(scalar, problem));
    }
}
