package openproton.render.jinja.value;

import java.math.BigInteger;
import java.util.List;

/// Everything an expression can be: Python's plain data, and things with members that templates may call.
public sealed interface Value
        permits Value.None, Value.Bool, Value.Int, Value.Real, Text, Sequence, Dict, Undefined, Thing {

    /// Python's `None`.
    enum None implements Value {
        NONE
    }

    /// `True` or `False`.
    record Bool(boolean value) implements Value {}

    /// An integer of any size.
    record Int(BigInteger value) implements Value {}

    /// A `float`.
    record Real(double value) implements Value {}

    /// A string that is plain text.
    static Text text(String value) {
        return new Text(value, false);
    }

    /// An integer.
    static Int integer(long value) {
        return new Int(BigInteger.valueOf(value));
    }

    /// A truth.
    static Bool truth(boolean value) {
        return new Bool(value);
    }

    /// A list that is not changed by its maker any more.
    static Sequence.Items items(List<? extends Value> values) {
        return Sequence.Items.of(values);
    }

    /// A tuple.
    static Sequence.Tuple tuple(Value... values) {
        return new Sequence.Tuple(List.of(values));
    }
}
