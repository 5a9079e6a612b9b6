package openproton.resource.tag;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openproton.api.Tag;
import openproton.api.ValidationException;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Gives resources their tags (docs/behaviour/tags.md).
public record Tags(Transaction tx) {
    private static final int CUSTOMER_TAGS_MAX = 50;
    /// What the keys of managed tags start with.
    public static final String RESERVED = "aws:";
    private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@*]*");

    /// Tags a new resource: with what it was created with, what says where it belongs, and what its parent has.
    ///
    /// @param parent the ARN of what passes its tags on, if there is such a thing
    /// @param managed keys without the prefix `aws:`, such as `proton:template`, and the ARNs they name
    public void create(Scope scope, String arn, Optional<String> parent, List<Tag> own, Map<String, String> managed) {
        put(arn, own);
        var table = new TagTable(tx);
        var all = new LinkedHashMap<>(managed);
        all.put("proton:account", scope.account());
        all.forEach((key, value) -> table.put(arn, tag(RESERVED + key, value), true));
        parent.ifPresent(from -> table.inherit(from, arn));
    }

    /// Changes what says where a resource belongs; an empty value takes a tag away.
    ///
    /// @param managed keys without the prefix `aws:`, and the ARNs they name
    public void move(String arn, Map<String, Optional<String>> managed) {
        var table = new TagTable(tx);
        managed.forEach((key, value) -> value.ifPresentOrElse(
                named -> table.put(arn, tag(RESERVED + key, named), true),
                () -> table.deleteManaged(arn, RESERVED + key)));
    }

    /// Adds customer tags to a resource, or changes their values.
    ///
    /// @throws ValidationException when a key or value may not be used, or the resource would have more than 50
    public void put(String arn, List<Tag> tags) {
        var table = new TagTable(tx);
        check(tags);
        tags.forEach(tag -> table.put(arn, tag, false));
        if (table.customerTags(arn) > CUSTOMER_TAGS_MAX) {
            throw new ValidationException("%s would have more than %d tags".formatted(arn, CUSTOMER_TAGS_MAX));
        }
    }

    /// Removes customer tags; keys that are not there are ignored.
    public void remove(String arn, List<String> keys) {
        keys.forEach(Tags::refuseReserved);
        keys.forEach(key -> new TagTable(tx).delete(arn, key));
    }

    /// Forgets all tags of a resource that is gone.
    public void forget(String arn) {
        new TagTable(tx).deleteAll(arn);
    }

    /// All tags of a resource, the managed ones included.
    public List<Tag> all(String arn) {
        var table = new TagTable(tx);
        return Stream.concat(table.list(arn, true).stream(), table.list(arn, false).stream())
                .toList();
    }

    /// The managed tags as infrastructure carries them: `proton:account` and so on.
    public Map<String, String> ofInfrastructure(String arn) {
        var tags = new LinkedHashMap<String, String>();
        new TagTable(tx).list(arn, true).forEach(tag -> tags.put(tag.key().substring(RESERVED.length()), tag.value()));
        return tags;
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static void check(List<Tag> tags) {
        var keys = new HashSet<String>();
        for (Tag tag : tags) {
            refuseReserved(tag.key());
            refuseCharacters("key", tag.key());
            refuseCharacters("value", tag.value());
            if (!keys.add(tag.key())) {
                throw new ValidationException("the tag key '%s' is given twice".formatted(tag.key()));
            }
        }
    }

    private static void refuseReserved(String key) {
        if (key.regionMatches(true, 0, RESERVED, 0, RESERVED.length())) {
            throw new ValidationException(
                    "the tag key '%s' starts with 'aws:', which is reserved for managed tags".formatted(key));
        }
    }

    private static void refuseCharacters(String part, String text) {
        if (!CHARACTERS.matcher(text).matches()) {
            throw new ValidationException("the tag %s '%s' may hold only letters, digits, spaces and _ . : / = + - @ *"
                    .formatted(part, text));
        }
    }
}
