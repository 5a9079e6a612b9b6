package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import openproton.base.Floor;
import org.junit.jupiter.api.Test;

/// The rooms and floors of the house, read off the compiled classes.
class HouseTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final String ROOT = "openproton/";
    private static final String ROOF = "";

    /// Calls that take time, randomness or ids from nowhere, or write where nobody reads; allowed at the roof and the
    /// doors.
    private static final Set<String> BANNED = Set.of(
            "java/time/Instant.now",
            "java/time/Clock.systemUTC",
            "java/util/UUID.randomUUID",
            "java/util/Random.<init>",
            "java/security/SecureRandom.<init>",
            "java/lang/System.currentTimeMillis",
            "java/lang/System.out",
            "java/lang/System.err",
            "java/lang/Thread.sleep");

    private static final Set<String> ROOMS_AT_THE_DOORS = Set.of(ROOF, "cli");

    @Test
    void everyRoomUsesOnlyTheRoomsItNames() throws IOException {
        var wrong = new TreeSet<String>();
        for (ClassModel type : classes()) {
            String room = room(type.thisClass().asInternalName());
            Set<String> named = uses(room);
            for (String used : usedRooms(type)) {
                if (!used.equals(room) && !named.contains(used)) {
                    wrong.add("%s (room %s) uses room %s"
                            .formatted(type.thisClass().asInternalName(), room, used));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRoomStandsAboveThoseItUses() throws IOException {
        for (String room : rooms()) {
            int floor = floor(room).number();
            assertThat(uses(room))
                    .as("what room %s on floor %d uses", room, floor)
                    .allSatisfy(used -> assertThat(floor(used).number())
                            .as("floor of %s", used)
                            .isLessThan(floor));
        }
    }

    @Test
    void foldersOfResourcesDoNotUseEachOtherInCircles() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (ClassModel type : classes()) {
            String folder = resourceFolder(type.thisClass().asInternalName());
            if (!folder.isEmpty()) {
                usedTypes(type)
                        .map(HouseTest::resourceFolder)
                        .filter(used -> !used.isEmpty() && !used.equals(folder))
                        .forEach(used -> uses.computeIfAbsent(folder, _ -> new TreeSet<>())
                                .add(used));
            }
        }
        for (String folder : uses.keySet()) {
            assertThat(reachable(uses, folder))
                    .as("what resource.%s reaches", folder)
                    .doesNotContain(folder);
        }
    }

    @Test
    void timeAndRandomnessComeInThroughConstructors() throws IOException {
        var wrong = new TreeSet<String>();
        for (ClassModel type : classes()) {
            String room = room(type.thisClass().asInternalName());
            if (!ROOMS_AT_THE_DOORS.contains(room)) {
                members(type)
                        .filter(BANNED::contains)
                        .forEach(call -> wrong.add(type.thisClass().asInternalName() + " uses " + call));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyUsesFuturesOrReactiveTypes() throws IOException {
        for (ClassModel type : classes()) {
            assertThat(usedTypes(type).filter(used -> used.startsWith("java/util/concurrent/CompletableFuture")))
                    .as(type.thisClass().asInternalName())
                    .isEmpty();
        }
    }

    private static Set<String> reachable(Map<String, Set<String>> uses, String from) {
        var reached = new TreeSet<String>();
        var open = new ArrayList<>(uses.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (reached.add(next)) {
                open.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    private static List<ClassModel> classes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve(ROOT))) {
            var classes = new ArrayList<ClassModel>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                classes.add(ClassFile.of().parse(file));
            }
            return classes;
        }
    }

    private static Set<String> rooms() throws IOException {
        return classes().stream()
                .map(type -> room(type.thisClass().asInternalName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> usedRooms(ClassModel type) {
        return usedTypes(type)
                .filter(used -> used.startsWith(ROOT))
                .map(HouseTest::room)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> usedTypes(ClassModel type) {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .filter(ClassEntry.class::isInstance)
                .map(entry -> ((ClassEntry) entry).asInternalName());
    }

    private static Stream<String> members(ClassModel type) {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .filter(MemberRefEntry.class::isInstance)
                .map(entry -> (MemberRefEntry) entry)
                .map(entry ->
                        entry.owner().asInternalName() + "." + entry.name().stringValue());
    }

    /// The first folder below the root package; the roof is the root package itself.
    private static String room(String internalName) {
        String below = internalName.replaceFirst("^\\[*L?", "").substring(ROOT.length());
        return below.contains("/") ? below.substring(0, below.indexOf('/')) : ROOF;
    }

    private static String resourceFolder(String internalName) {
        String prefix = ROOT + "resource/";
        String below = internalName.startsWith(prefix) ? internalName.substring(prefix.length()) : "";
        return below.contains("/") ? below.substring(0, below.indexOf('/')) : "";
    }

    private static Set<String> uses(String room) {
        return Set.of(floor(room).uses());
    }

    private static Floor floor(String room) {
        return PackageFloors.of(room.isEmpty() ? "openproton" : "openproton." + room);
    }
}
