package openproton.render.jinja.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A map that keeps the order of its entries; keys that Python finds equal are one key.
public final class Dict implements Value {
    private final Map<Value, Entry> entries = new LinkedHashMap<>();

    private record Entry(Value key, Value value) {}

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
        return Optional.ofNullable(entries.get(Keys.of(key))).map(Entry::value);
    }

    /// The value of a key that is a string.
    public Optional<Value> get(String key) {
        return Optional.ofNullable(entries.get(Value.text(key))).map(Entry::value);
    }

    /// Sets the value of a key; a key that is there already keeps its place and spelling.
    public void put(Value key, Value value) {
        Value normal = Keys.of(key);
        Entry old = entries.get(normal);
        entries.put(normal, new Entry(old == null ? key : old.key(), value));
        Sequence.checkLength(entries.size());
    }

    /// Takes a key out.
    public Optional<Value> remove(Value key) {
        return Optional.ofNullable(entries.remove(Keys.of(key))).map(Entry::value);
    }

    /// Takes everything out.
    public void clear() {
        entries.clear();
    }

    public int size() {
        return entries.size();
    }

    public boolean containsKey(Value key) {
        return entries.containsKey(Keys.of(key));
    }

    /// The keys in order.
    public List<Value> keys() {
        return list(entries.values().stream().map(Entry::key).toList());
    }

    /// The values in order.
    public List<Value> values() {
        return list(entries.values().stream().map(Entry::value).toList());
    }

    /// Each key with its value, as tuples.
    public List<Value> items() {
        return list(entries.values().stream()
                .map(entry -> Value.tuple(entry.key(), entry.value()))
                .toList());
    }

    /// The keys that are strings, for hints.
    public List<String> names() {
        return entries.keySet().stream()
                .filter(Text.class::isInstance)
                .map(key -> ((Text) key).value())
                .toList();
    }

    /// Takes over every entry of another map.
    public Dict putAll(Dict other) {
        other.entries.values().forEach(entry -> put(entry.key(), entry.value()));
        return this;
    }

    private static List<Value> list(Collection<? extends Value> values) {
        return new ArrayList<>(values);
    }
}
