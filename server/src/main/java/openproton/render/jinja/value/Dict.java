package openproton.render.jinja.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A map that keeps the order of its entries; keys that Python finds equal are one key.
public final class Dict implements Value {
    private @Nullable Map<Object, Entry> entries;
    private final Map<?, ?> plain;
    private final int depth;

    private record Entry(Value key, Value value) {}

    public Dict() {
        this(Map.of(), 0);
    }

    /// @param plain data that becomes values at its first use
    /// @param depth how deep it is nested in other data
    Dict(Map<?, ?> plain, int depth) {
        this.plain = plain;
        this.depth = depth;
    }

    private Map<Object, Entry> entries() {
        Map<Object, Entry> made = entries;
        if (made == null) {
            made = LinkedHashMap.newLinkedHashMap(plain.size());
            entries = made;
            plain.forEach((key, value) -> put(Plain.toValue(key, depth + 1), Plain.toValue(value, depth + 1)));
        }
        return made;
    }

    /// A map from a map or from pairs.
    public static Dict of(Value values) {
        if (values instanceof Dict map) {
            return new Dict().putAll(map);
        }
        var made = new Dict();
        for (Value value : Iteration.of(values)) {
            List<Value> pair = Iteration.of(value);
            if (pair.size() != 2) {
                throw new Fault("a map is made of pairs, not of %d values".formatted(pair.size()));
            }
            made.put(pair.get(0), pair.get(1));
        }
        return made;
    }

    /// The value of a key.
    public Optional<Value> get(Value key) {
        return Optional.ofNullable(entries().get(DictKeys.of(key))).map(Entry::value);
    }

    /// The value of a key that is a string.
    public Optional<Value> get(String key) {
        return Optional.ofNullable(find(key));
    }

    /// The value of a key that is a string, or null.
    @Nullable
    public Value find(String key) {
        Entry entry = entries().get(key);
        return entry == null ? null : entry.value();
    }

    /// Sets the value of a key; a key that is there already keeps its place and spelling.
    public void put(Value key, Value value) {
        Object normal = DictKeys.of(key);
        Entry old = entries().put(normal, new Entry(key, value));
        if (old != null) {
            entries().put(normal, new Entry(old.key(), value));
        }
        Sequence.checkLength(size());
    }

    /// Takes a key out.
    public Optional<Value> remove(Value key) {
        return Optional.ofNullable(entries().remove(DictKeys.of(key))).map(Entry::value);
    }

    /// Takes everything out.
    public void clear() {
        entries().clear();
    }

    public int size() {
        return entries().size();
    }

    public boolean containsKey(Value key) {
        return entries().containsKey(DictKeys.of(key));
    }

    /// The keys in order.
    public List<Value> keys() {
        return list(Entry::key);
    }

    /// The values in order.
    public List<Value> values() {
        return list(Entry::value);
    }

    /// Each key with its value, as tuples.
    public List<Value> items() {
        return list(entry -> Value.tuple(entry.key(), entry.value()));
    }

    /// The keys that are strings, for hints.
    public List<String> names() {
        return entries().keySet().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /// Takes over every entry of another map.
    public Dict putAll(Dict other) {
        other.entries().values().forEach(entry -> put(entry.key(), entry.value()));
        return this;
    }

    private List<Value> list(Function<Entry, Value> part) {
        var list = new ArrayList<Value>(size());
        for (Entry entry : entries().values()) {
            list.add(part.apply(entry));
        }
        return list;
    }
}
