package openproton;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A name means one thing in the whole house, and a package holds no more than a person can survey.
@Tag("gate")
class NamesTest {
    private static final int FILES_MAX = 25;

    private final CompiledHouse house = CompiledHouse.main();

    @Test
    void noSimpleNameIsGivenTwice() {
        var wrong = new TreeSet<String>();
        named().forEach((simple, names) -> {
            if (names.size() > 1) {
                wrong.add("%s: %s".formatted(simple, String.join(", ", names)));
            }
        });
        Exceptions.NAMES_GIVEN_TWICE.assertOnly(wrong);
    }

    @Test
    void noNestedTypeIsNamedLikeATopLevelType() {
        Set<String> topLevel = named().keySet();
        Exceptions.NESTED_NAMES.assertOnly(house.written().stream()
                .flatMap(NamesTest::nested)
                .filter(nested -> topLevel.contains(nested.substring(nested.lastIndexOf('$') + 1)))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noPackageHasMoreThan25Files() {
        Map<String, Long> files = house.written().stream()
                .map(CompiledHouse::name)
                .map(CompiledHouse::outermost)
                .distinct()
                .collect(Collectors.groupingBy(CompiledHouse::packageOf, TreeMap::new, Collectors.counting()));
        Exceptions.LARGE_PACKAGES.assertOnly(files.entrySet().stream()
                .filter(room -> room.getValue() > FILES_MAX)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// The top-level types by their simple names, those that are generated for the API among them.
    private Map<String, List<String>> named() {
        return house.classes().stream()
                .map(CompiledHouse::name)
                .filter(name -> !name.contains("$"))
                .collect(Collectors.groupingBy(
                        name -> name.substring(name.lastIndexOf('.') + 1), TreeMap::new, Collectors.toList()));
    }

    /// The types that a type declares, local ones left out.
    private static Stream<String> nested(ClassModel type) {
        return type.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(attribute -> attribute.classes().stream())
                .filter(inner ->
                        inner.outerClass().filter(type.thisClass()::equals).isPresent())
                .map(InnerClassInfo::innerName)
                .flatMap(name -> name.map(Utf8Entry::stringValue).stream())
                .map(simple -> CompiledHouse.name(type) + "$" + simple);
    }
}
