package openproton.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The members of an answer, in order; what is empty is left out.
final class Fields {
    private Fields() {}

    static Map<String, Object> of(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            String name = (String) namesAndValues[index];
            Object value = namesAndValues[index + 1];
            if (value instanceof Optional<?> optional) {
                optional.ifPresent(present -> fields.put(name, present));
            } else if (!"".equals(value)) {
                fields.put(name, value);
            }
        }
        return fields;
    }
}
