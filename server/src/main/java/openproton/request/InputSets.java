package openproton.request;

import java.util.Comparator;
import java.util.List;
import openproton.base.Json;
import org.jspecify.annotations.Nullable;

/// Brings lists whose order means nothing (tags, compatible environment templates) into one order.
final class InputSets {
    private InputSets() {}

    static @Nullable Object sorted(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().sorted(Comparator.comparing(Json::write)).toList()
                : value;
    }
}
