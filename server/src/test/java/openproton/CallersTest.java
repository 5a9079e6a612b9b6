package openproton;

import static java.lang.reflect.AccessFlag.PRIVATE;
import static java.lang.reflect.AccessFlag.PUBLIC;
import static java.lang.reflect.AccessFlag.SYNTHETIC;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Everything in the house has a caller, and what is public has one in another package.
///
/// Not asked for callers: overriding methods, the accessors and canonical constructors of records, what the compiler
/// adds, constructors without parameters, `main`, members of interfaces (they are public whatever one writes), and
/// what is generated for the API.
@Tag("gate")
class CallersTest {
    private final CompiledHouse house = CompiledHouse.main();
    private final CompiledHouse tests = CompiledHouse.tests();

    /// Tests in other packages count as callers, so that they can come in through public doors.
    @Test
    void noMethodIsPublicThatOnlyItsOwnPackageCalls() {
        var calls = new Calls(house, tests);
        Exceptions.PUBLIC_METHODS.assertOnly(
                methods((owner, method) -> method.flags().has(PUBLIC)
                        && isOnlyIn(CompiledHouse.packageOf(CompiledHouse.name(owner)), calls.of(owner, method))));
    }

    /// A type may also be public because a public method or component has it.
    @Test
    void noTypeIsPublicThatOnlyItsOwnPackageMentions() {
        Map<String, Set<String>> mentions =
                mentions(type -> CompiledHouse.packageOf(CompiledHouse.name(type)), house, tests);
        Set<String> shown = house.written().stream()
                .filter(CallersTest::isPublic)
                .flatMap(CallersTest::inPublicSignatures)
                .collect(Collectors.toSet());
        Exceptions.PUBLIC_TYPES.assertOnly(house.written().stream()
                .filter(type -> isPublic(type) && !isInInterface(type))
                .map(CompiledHouse::name)
                .filter(name -> !shown.contains(name))
                .filter(name -> isOnlyIn(CompiledHouse.packageOf(name), mentions.getOrDefault(name, Set.of())))
                .filter(name -> !name.equals("Main"))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noMethodIsWithoutACaller() {
        var calls = new Calls(house);
        Exceptions.UNCALLED_METHODS.assertOnly(
                methods((owner, method) -> calls.of(owner, method).isEmpty()));
    }

    @Test
    void noTypeIsWithoutAUser() {
        Map<String, Set<String>> mentions = mentions(type -> CompiledHouse.outermost(CompiledHouse.name(type)), house);
        Exceptions.UNUSED_TYPES.assertOnly(house.written().stream()
                .map(CompiledHouse::name)
                .filter(name -> !name.contains("$") && !name.equals("Main"))
                .filter(name -> mentions.getOrDefault(name, Set.of()).stream().allMatch(name::equals))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// A question about a method.
    @FunctionalInterface
    private interface Question {
        boolean ask(ClassModel owner, MethodModel method);
    }

    private Set<String> methods(Question question) {
        return house.written().stream()
                .filter(owner -> !owner.flags().has(AccessFlag.INTERFACE))
                .flatMap(owner -> owner.methods().stream()
                        .filter(method -> isAsked(owner, method) && question.ask(owner, method))
                        .map(method -> "%s.%s".formatted(CompiledHouse.name(owner), shown(method))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shown(MethodModel method) {
        String name = method.methodName().stringValue();
        return name.equals(ConstantDescs.INIT_NAME) ? "new" : name;
    }

    private static boolean isAsked(ClassModel owner, MethodModel method) {
        return !method.flags().has(SYNTHETIC)
                && !method.flags().has(PRIVATE)
                && !isStarted(method)
                && !isOfRecord(owner, method)
                && !isOfEnum(owner, method)
                && !overrides(owner, method);
    }

    /// Whether the virtual machine calls a method: `main`, static initializers, and constructors that may be implicit.
    private static boolean isStarted(MethodModel method) {
        String name = method.methodName().stringValue();
        return name.equals("main")
                || name.equals(ConstantDescs.CLASS_INIT_NAME)
                || (name.equals(ConstantDescs.INIT_NAME)
                        && method.methodTypeSymbol().parameterCount() == 0);
    }

    private static boolean isOfRecord(ClassModel owner, MethodModel method) {
        return owner.findAttribute(Attributes.record()).stream().anyMatch(record -> {
            var components = record.components();
            MethodTypeDesc type = method.methodTypeSymbol();
            boolean canonical = method.methodName().equalsString(ConstantDescs.INIT_NAME)
                    && type.parameterList()
                            .equals(components.stream()
                                    .map(component -> component.descriptorSymbol())
                                    .toList());
            boolean accessor = type.parameterCount() == 0
                    && components.stream()
                            .anyMatch(component -> component
                                    .name()
                                    .equalsString(method.methodName().stringValue()));
            return canonical || accessor;
        });
    }

    private static boolean isOfEnum(ClassModel owner, MethodModel method) {
        return owner.flags().has(AccessFlag.ENUM)
                && Set.of("values", "valueOf").contains(method.methodName().stringValue());
    }

    /// Also through a bridge, which the compiler adds where a generic type is given.
    private static boolean overrides(ClassModel owner, MethodModel method) {
        return CompiledHouse.withSupertypes(owner)
                        .skip(1)
                        .flatMap(type -> type.methods().stream())
                        .anyMatch(other ->
                                isSame(other, method) && other.methodType().equals(method.methodType()))
                || owner.methods().stream()
                        .anyMatch(other -> other.flags().has(AccessFlag.BRIDGE) && isSame(other, method));
    }

    private static boolean isSame(MethodModel one, MethodModel other) {
        return !one.methodName().equalsString(ConstantDescs.INIT_NAME)
                && one.methodName().equalsString(other.methodName().stringValue())
                && one.methodTypeSymbol().parameterCount()
                        == other.methodTypeSymbol().parameterCount();
    }

    private static boolean isOnlyIn(String room, Set<String> rooms) {
        return rooms.stream().allMatch(room::equals);
    }

    /// Where each type is mentioned.
    ///
    /// @param place what of the mentioning class is collected
    private static Map<String, Set<String>> mentions(
            java.util.function.Function<ClassModel, String> place, CompiledHouse... houses) {
        var mentions = new HashMap<String, Set<String>>();
        for (CompiledHouse from : houses) {
            from.withIntroductions()
                    .forEach(type -> CompiledHouse.mentioned(type)
                            .forEach(name -> mentions.computeIfAbsent(name, _ -> new TreeSet<>())
                                    .add(place.apply(type))));
        }
        return mentions;
    }

    private static boolean isPublic(ClassModel type) {
        return itself(type)
                .map(inner -> inner.has(PUBLIC))
                .findFirst()
                .orElseGet(() -> type.flags().has(PUBLIC));
    }

    private static boolean isInInterface(ClassModel type) {
        return itself(type)
                .flatMap(inner -> inner.outerClass().stream())
                .flatMap(outer -> CompiledHouse.find(outer.asInternalName()).stream())
                .anyMatch(outer -> outer.flags().has(AccessFlag.INTERFACE));
    }

    /// What a nested class says of itself.
    private static Stream<InnerClassInfo> itself(ClassModel type) {
        return type.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(attribute -> attribute.classes().stream())
                .filter(inner -> inner.innerClass().equals(type.thisClass()));
    }

    private static Stream<String> inPublicSignatures(ClassModel type) {
        Predicate<MethodModel> open = method -> method.flags().has(PUBLIC);
        String itself = CompiledHouse.name(type);
        return type.methods().stream()
                .filter(open)
                .flatMap(CompiledHouse::mentionedBy)
                .filter(name -> !name.equals(itself));
    }
}
