package openproton.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openproton.api.DeploymentStatus;
import openproton.api.ServiceStatus;
import org.junit.jupiter.api.Test;

/// The page docs/states.md draws exactly the moves that the code offers.
class StatesPageTest {
    private static final List<Class<?>> PHASES = Arrays.stream(Phase.class.getDeclaredClasses())
            .filter(one -> Phase.class.isAssignableFrom(one) && one.isRecord())
            .toList();

    @Test
    void drawsEveryMoveThatAPhaseOffersAndNoOther() throws IOException {
        var offered = new TreeSet<String>();
        for (Class<?> from : PHASES) {
            for (Method move : from.getDeclaredMethods()) {
                if (isMove(move)) {
                    offered.add("%s --> %s: %s".formatted(name(from), name(move.getReturnType()), move.getName()));
                }
            }
        }

        assertThat(drawn("deployments")).isEqualTo(offered);
    }

    /// A move leads to one certain other phase; what the compiler adds for less certain ones does not count.
    private static boolean isMove(Method method) {
        return !method.isBridge()
                && PHASES.contains(method.getReturnType())
                && !method.getReturnType().equals(method.getDeclaringClass());
    }

    /// The name of a phase as the page spells it: `InProgress` is `IN_PROGRESS`.
    private static String name(Class<?> phase) {
        return phase.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    @Test
    void namesEveryStatusThatTheModelHas() throws IOException {
        String page = page();
        for (DeploymentStatus status : DeploymentStatus.values()) {
            assertThat(page).contains("| `" + status.value() + "` |");
        }
        for (ServiceStatus status : ServiceStatus.values()) {
            assertThat(page).contains("| `" + status.value() + "` |");
        }
    }

    @Test
    void drawsOnlyStatusesThatTheModelHas() throws IOException {
        var known = Stream.of(ServiceStatus.values()).map(ServiceStatus::value).toList();

        assertThat(drawn("services")).isNotEmpty().allSatisfy(move -> {
            String[] ends = move.replaceAll(":.*", "").split(" --> ", -1);
            assertThat(ends)
                    .allSatisfy(end -> assertThat(end)
                            .isIn(Stream.concat(known.stream(), Stream.of("[*]"))
                                    .toList()));
        });
    }

    /// The moves in the drawing under a heading.
    private static SortedSet<String> drawn(String heading) throws IOException {
        String page = page();
        int start = page.indexOf("```mermaid", page.toLowerCase(Locale.ROOT).indexOf("## " + heading));
        return page.substring(start, page.indexOf("```", start + 3))
                .lines()
                .map(String::strip)
                .filter(line -> line.contains("-->"))
                .filter(line -> heading.equals("services") || !line.contains("[*]"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "states.md"));
    }
}
