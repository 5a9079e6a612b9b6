package openproton.render.jinja;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds the smallest template that is still wrong, so that people see what matters.
///
/// @param wrong which of some templates are wrong: all are asked about at once, because asking Python takes long
record Shrinking(Function<List<Piece>, List<Piece>> wrong) {
    private static final int ROUNDS_MAX = 100;

    /// @param start a template that is wrong
    Piece smallest(Piece start) {
        Piece smallest = start;
        Optional<Piece> next = smaller(smallest);
        for (int round = 0; round < ROUNDS_MAX && next.isPresent(); round++) {
            smallest = next.get();
            next = smaller(smallest);
        }
        return smallest;
    }

    private Optional<Piece> smaller(Piece piece) {
        int length = piece.text().length();
        List<Piece> shorter = piece.smaller().stream()
                .filter(candidate -> candidate.text().length() < length)
                .toList();
        return wrong.apply(shorter).stream()
                .min(Comparator.comparingInt(candidate -> candidate.text().length()));
    }
}
