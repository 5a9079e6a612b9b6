package openproton;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.InterfaceMethodRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which packages call which method, wherever above the named type it is declared.
final class Calls {
    private final Map<Method, Set<String>> callers = new HashMap<>();

    /// A method, by what the class file calls it.
    ///
    /// @param owner the name of the type that declares it, with slashes
    record Method(String owner, String name, String descriptor) {}

    Calls(CompiledHouse... houses) {
        for (CompiledHouse house : houses) {
            house.classes().forEach(this::add);
        }
    }

    private void add(ClassModel caller) {
        String from = CompiledHouse.packageOf(CompiledHouse.name(caller));
        CompiledHouse.members(caller)
                .filter(entry -> entry instanceof MethodRefEntry || entry instanceof InterfaceMethodRefEntry)
                .filter(entry -> CompiledHouse.isOfHouse(entry.owner().asInternalName()))
                .flatMap(Calls::declared)
                .forEach(method ->
                        callers.computeIfAbsent(method, _ -> new TreeSet<>()).add(from));
    }

    /// What a call may reach: a method of the named type, and those above it that the method overrides.
    private static Stream<Method> declared(MemberRefEntry entry) {
        String name = entry.name().stringValue();
        String descriptor = entry.type().stringValue();
        return CompiledHouse.find(entry.owner().asInternalName()).stream()
                .flatMap(CompiledHouse::withSupertypes)
                .map(type -> new Method(type.thisClass().asInternalName(), name, descriptor));
    }

    /// The packages that call a method.
    Set<String> of(ClassModel owner, MethodModel method) {
        return callers.getOrDefault(
                new Method(
                        owner.thisClass().asInternalName(),
                        method.methodName().stringValue(),
                        method.methodType().stringValue()),
                Set.of());
    }
}
