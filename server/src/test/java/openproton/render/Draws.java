package openproton.render;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The values a property is tried with, drawn from a seed: the same seed draws the same values again.
///
/// What low seeds draw is small, so the first seed that breaks a property mostly shows a small case. Seeds are
/// counted up, and [java.util.Random] begins much the same with neighbours; a [SplittableRandom] does not.
public final class Draws {
    private static final int SEEDS = 300;

    private final int seed;
    private final SplittableRandom random;

    private Draws(int seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /// Tries a property with every seed; a failure names the seed.
    public static void forEverySeed(Consumer<Draws> property) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            tryWith(seed, property);
        }
    }

    /// Tries a property with the one seed that a failure named.
    public static void tryWith(int seed, Consumer<Draws> property) {
        try {
            property.accept(new Draws(seed));
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            throw new AssertionError("with the draws of seed %d: %s".formatted(seed, failure), failure);
        }
    }

    /// A number from 0 on, less than `end`.
    public int below(int end) {
        return random.nextInt(end);
    }

    /// A number of things: none and as many as the seed allows are as likely as all between.
    public int size(int max) {
        int most = Math.ceilDiv(max * seed, SEEDS);
        return switch (below(8)) {
            case 0 -> 0;
            case 1 -> most;
            default -> below(most + 1);
        };
    }

    public boolean truth() {
        return random.nextBoolean();
    }

    /// Any long, those with few digits as likely as those with many.
    public long integer() {
        return random.nextLong() >> below(Long.SIZE);
    }

    public <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    public byte[] bytes(int sizeMax) {
        var bytes = new byte[size(sizeMax)];
        random.nextBytes(bytes);
        return bytes;
    }

    public <T> List<T> list(int sizeMax, Supplier<T> item) {
        int size = size(sizeMax);
        var list = new ArrayList<T>();
        while (list.size() < size) {
            list.add(item.get());
        }
        return list;
    }

    /// A text of what `character` draws.
    public String text(int sizeMax, Supplier<String> character) {
        return String.join("", list(sizeMax, character));
    }

    /// A printable character of ASCII.
    public String ascii() {
        return Character.toString(' ' + below('~' - ' ' + 1));
    }

    /// Any character of Unicode: surrogates that stand alone, controls and unassigned ones too.
    public String unicode() {
        int end = oneOf(List.of(0x80, 0x1_00, 0x1_00_00, Character.MAX_CODE_POINT + 1));
        return Character.toString(below(end));
    }
}
