package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What no room may call, read off the compiled classes.
@Tag("gate")
class HouseTest {
    /// Calls that read the clock, draw random numbers or write to the console. The root and the doors may call them,
    /// and hand clocks and sources of randomness to all others.
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

    /// The root, the commands of the owner, and the client with all that is inside it.
    private static final Set<String> DOORS = Set.of("", "admin", "cli");

    @Test
    void timeAndRandomnessComeInThroughConstructors() {
        var wrong = new TreeSet<String>();
        for (ClassModel type : CompiledHouse.main().classes()) {
            String name = CompiledHouse.name(type);
            if (!isAtTheDoors(CompiledHouse.packageOf(name))) {
                CompiledHouse.members(type)
                        .map(HouseTest::shown)
                        .filter(BANNED::contains)
                        .forEach(call -> wrong.add(name + " uses " + call));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noRoomUsesFuturesOrReactiveTypes() {
        for (ClassModel type : CompiledHouse.main().classes()) {
            assertThat(CompiledHouse.members(type)
                            .map(HouseTest::shown)
                            .filter(call -> call.startsWith("java/util/concurrent/CompletableFuture")))
                    .as(CompiledHouse.name(type))
                    .isEmpty();
        }
    }

    private static boolean isAtTheDoors(String room) {
        return DOORS.contains(room) || DOORS.stream().anyMatch(door -> !door.isEmpty() && room.startsWith(door + "."));
    }

    private static String shown(MemberRefEntry entry) {
        return entry.owner().asInternalName() + "." + entry.name().stringValue();
    }
}
