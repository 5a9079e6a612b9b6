package openproton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The compiled classes of the house, and what each of them mentions. Names are below the root package, such as
/// `auth.policy.Policy`. Constants that the compiler copies leave no trace in a class, so they count as no use.
final class CompiledHouse {
    static final Path MAIN_SOURCES = Path.of("src/main/java");

    private static final String ROOT = "openproton/";
    private static final Pattern MENTIONED = Pattern.compile("L(" + ROOT + "[\\w/$]+)[;<]");
    private static final Map<String, Optional<ClassModel>> FOUND = new ConcurrentHashMap<>();

    private final Map<String, ClassModel> classes = new TreeMap<>();

    private CompiledHouse(Path folder) {
        try (Stream<Path> files = Files.walk(folder.resolve(ROOT))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassModel type = ClassFile.of().parse(file);
                classes.put(type.thisClass().asInternalName(), type);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What runs.
    static CompiledHouse main() {
        return new CompiledHouse(Path.of("target/classes"));
    }

    /// The tests of it.
    static CompiledHouse tests() {
        return new CompiledHouse(Path.of("target/test-classes"));
    }

    /// Every class, those that introduce packages left out.
    Collection<ClassModel> classes() {
        return classes.values().stream()
                .filter(type -> !name(type).endsWith("package-info"))
                .toList();
    }

    /// Every class that somebody wrote, rather than the generator of the API.
    Collection<ClassModel> written() {
        return classes().stream().filter(type -> Files.exists(source(type))).toList();
    }

    /// Every class, those that introduce packages among them.
    Collection<ClassModel> withIntroductions() {
        return classes.values();
    }

    /// Every package, the root as the empty name.
    Set<String> packages() {
        return classes().stream().map(type -> packageOf(name(type))).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path source(ClassModel type) {
        return MAIN_SOURCES.resolve(outermost(type.thisClass().asInternalName()) + ".java");
    }

    /// The name of a class below the root package, dots between all of its parts.
    static String name(ClassModel type) {
        return below(type.thisClass().asInternalName());
    }

    /// Such a name from one with slashes.
    static String below(String internalName) {
        return internalName.substring(ROOT.length()).replace('/', '.');
    }

    static boolean isOfHouse(String internalName) {
        return internalName.startsWith(ROOT);
    }

    static String packageOf(String name) {
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    }

    /// The type that a file is named after.
    static String outermost(String name) {
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    /// The types of the house that a class mentions: in code, in signatures and in annotations.
    static Set<String> mentioned(ClassModel type) {
        var mentioned = new TreeSet<String>();
        type.constantPool().forEach(entry -> {
            switch (entry) {
                case ClassEntry used -> {
                    String plain =
                            used.asInternalName().replaceFirst("^\\[*L?", "").replaceFirst(";$", "");
                    if (isOfHouse(plain)) {
                        mentioned.add(below(plain));
                    }
                }
                case Utf8Entry text ->
                    MENTIONED
                            .matcher(text.stringValue())
                            .results()
                            .forEach(found -> mentioned.add(below(found.group(1))));
                default -> {}
            }
        });
        return mentioned;
    }

    /// The types of the house in the signature of a method, those of its type arguments among them.
    static Stream<String> mentionedBy(MethodModel method) {
        String generic = method.findAttribute(Attributes.signature())
                .map(attribute -> attribute.signature().stringValue())
                .orElse("");
        return MENTIONED
                .matcher(method.methodType().stringValue() + generic)
                .results()
                .map(found -> below(found.group(1)));
    }

    /// The methods and fields that a class refers to.
    static Stream<MemberRefEntry> members(ClassModel type) {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .filter(MemberRefEntry.class::isInstance)
                .map(MemberRefEntry.class::cast);
    }

    /// A class and everything above it, those of libraries and of the JDK, too.
    static Stream<ClassModel> withSupertypes(ClassModel type) {
        Stream<ClassEntry> above = Stream.concat(type.superclass().stream(), type.interfaces().stream());
        return Stream.concat(
                Stream.of(type),
                above.flatMap(entry -> find(entry.asInternalName()).stream()).flatMap(CompiledHouse::withSupertypes));
    }

    /// A class by its name with slashes; empty for those that are not on the class path.
    static Optional<ClassModel> find(String internalName) {
        return FOUND.computeIfAbsent(internalName, CompiledHouse::read);
    }

    private static Optional<ClassModel> read(String internalName) {
        try (InputStream bytes = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return bytes == null ? Optional.empty() : Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
