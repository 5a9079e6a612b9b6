package openproton.render.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.base.DataException;
import openproton.render.NearMiss;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/// Reads one document event by event, so that every limit holds before anything large is built.
final class YamlReader {
    private final YamlLimits limits;
    private final YamlScalars scalars;
    private final Map<String, String> functions;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private final Map<List<Object>, Integer> lines = new HashMap<>();
    private Iterator<Event> events = Collections.emptyIterator();
    private int parts;

    /// A value with a name, how many parts it has, and how many levels of maps and lists.
    private record Anchored(@Nullable Object value, int parts, int levels) {
        Anchored(@Nullable Object value, int parts) {
            this(value, parts, levelsOf(value));
        }

        private static int levelsOf(@Nullable Object value) {
            return switch (value) {
                case Map<?, ?> map -> 1 + deepest(map.values());
                case List<?> list -> 1 + deepest(list);
                case null, default -> 0;
            };
        }

        private static int deepest(Collection<?> values) {
            return values.stream().mapToInt(Anchored::levelsOf).max().orElse(0);
        }
    }

    YamlReader(YamlLimits limits, ScalarResolver resolver) {
        this(limits, resolver, Map.of());
    }

    /// @param functions tag to the key under which what has that tag is put, in a map of its own
    YamlReader(YamlLimits limits, ScalarResolver resolver, Map<String, String> functions) {
        this.limits = limits;
        this.scalars = new YamlScalars(resolver);
        this.functions = functions;
    }

    YamlDocument read(String text) {
        if (text.length() > limits.charactersMax()) {
            throw new DataException("is too long: %,d characters, at most %,d are allowed"
                    .formatted(text.length(), limits.charactersMax()));
        }
        try {
            var settings = LoadSettings.builder()
                    .setCodePointLimit(limits.charactersMax() + 1)
                    .build();
            events = new Parse(settings).parseString(text).iterator();
            return document();
        } catch (MarkedYamlEngineException e) {
            throw new DataException(YamlPlace.describe(e));
        } catch (YamlEngineException e) {
            throw new DataException("is not valid YAML: " + e.getMessage());
        }
    }

    private YamlDocument document() {
        events.next();
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            return new YamlDocument(null, lines);
        }
        Object value = value(events.next(), List.of());
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw refusal(end, "a second document starts here; only one is allowed");
        }
        return new YamlDocument(value, Map.copyOf(lines));
    }

    private @Nullable Object value(Event event, List<Object> path) {
        if (event instanceof AliasEvent alias) {
            return aliased(alias, path.size());
        }
        count(event, 1);
        checkDepth(event, path.size());
        lines.put(path, YamlPlace.lineOf(event));
        int before = parts;
        String function = functions.get(tagOf(event));
        Object value = function == null ? plainValue(event, path) : call(function, event, path);
        anchorOf(event).ifPresent(anchor -> anchors.put(anchor, new Anchored(value, parts - before + 1)));
        return value;
    }

    private Map<String, Object> call(String function, Event event, List<Object> path) {
        var place = inside(path, function);
        count(event, 1);
        checkDepth(event, place.size());
        lines.put(place, YamlPlace.lineOf(event));
        Object argument = event instanceof ScalarEvent scalar ? scalar.getValue() : plainValue(event, place);
        return Collections.singletonMap(function, argument);
    }

    private @Nullable Object plainValue(Event event, List<Object> path) {
        return switch (event) {
            case ScalarEvent scalar -> {
                checkKnown(scalar, tagOf(scalar));
                yield scalars.value(scalar);
            }
            case SequenceStartEvent sequence -> list(sequence, path);
            case MappingStartEvent mapping -> map(mapping, path);
            default -> throw refusal(event, "unexpected " + event.getEventId());
        };
    }

    private List<Object> list(SequenceStartEvent start, List<Object> path) {
        checkTag(start, "tag:yaml.org,2002:seq");
        var items = new ArrayList<Object>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event, inside(path, items.size())));
        }
        return Collections.unmodifiableList(items);
    }

    private Map<String, Object> map(MappingStartEvent start, List<Object> path) {
        checkTag(start, "tag:yaml.org,2002:map");
        var entries = new LinkedHashMap<String, Object>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            String key = key(event);
            if (entries.containsKey(key)) {
                throw refusal(event, "the key '%s' is there twice".formatted(key));
            }
            count(event, 1);
            var place = inside(path, key);
            entries.put(key, value(events.next(), place));
            lines.put(place, YamlPlace.lineOf(event));
        }
        return Collections.unmodifiableMap(entries);
    }

    private String key(Event event) {
        if (event instanceof ScalarEvent scalar) {
            scalars.value(scalar);
            return scalar.getValue();
        }
        throw refusal(event, "a key must be a plain word or a quoted text; put text with {{ }} in quotes");
    }

    private @Nullable Object aliased(AliasEvent alias, int depth) {
        Anchored named = alias.getAnchor().map(anchors::get).orElse(null);
        if (named == null) {
            throw refusal(alias, "nothing above has the name of this alias");
        }
        count(alias, named.parts());
        checkDepth(alias, depth + named.levels());
        return named.value();
    }

    private void checkDepth(Event event, int depth) {
        if (depth > limits.depthMax()) {
            throw refusal(event, "nested more than %d levels deep".formatted(limits.depthMax()));
        }
    }

    private void count(Event event, int more) {
        parts += more;
        if (parts > limits.partsMax()) {
            throw refusal(event, "more than %,d values, counting each use of an alias".formatted(limits.partsMax()));
        }
    }

    private static Optional<Anchor> anchorOf(Event event) {
        return event instanceof NodeEvent node ? node.getAnchor() : Optional.empty();
    }

    /// The tag that is written there; the empty string when none is.
    private static String tagOf(Event event) {
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case SequenceStartEvent sequence -> sequence.getTag();
            case MappingStartEvent mapping -> mapping.getTag();
            default -> Optional.empty();
        };
        return tag.orElse("");
    }

    private void checkTag(Event event, String expected) {
        String tag = tagOf(event);
        if (!tag.isEmpty() && !tag.equals(expected) && !functions.containsKey(tag)) {
            checkKnown(event, tag);
            throw refusal(event, "the tag %s is not allowed here: plain data only".formatted(tag));
        }
    }

    /// Says which function was meant, in a language whose functions are written as tags.
    private void checkKnown(Event event, String tag) {
        if (!functions.isEmpty() && tag.startsWith("!") && tag.length() > 1) {
            throw refusal(event, "no function has the tag %s%s".formatted(tag, NearMiss.hint(tag, functions.keySet())));
        }
    }

    private static List<Object> inside(List<Object> path, Object step) {
        var deeper = new ArrayList<>(path);
        deeper.add(step);
        return Collections.unmodifiableList(deeper);
    }

    private static DataException refusal(Event event, String problem) {
        return new DataException(YamlPlace.describe(event, problem));
    }
}
