package openproton.render.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StackCheckTest {
    private static final Path CASES = Path.of("src/test/resources/cloudformation/cases.txt");

    /// A template and the problems it has, without the lines that show a place.
    record Case(String name, String template, List<String> problems) {
        @Override
        public String toString() {
            return name;
        }

        private static Case parse(String block) {
            String[] parts = block.split("\n---\n", 2);
            String[] named = parts[0].split("\n", 2);
            return new Case(named[0].strip(), named[1], parts[1].strip().lines().toList());
        }
    }

    private static Stream<Case> cases() throws IOException {
        return Arrays.stream(Files.readString(CASES).split("(?m)^=== ")).skip(1).map(Case::parse);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsWrongAndNothingElse(Case given) {
        assertThat(StackCheck.of(given.template()))
                .extracting(problem -> problem.toString().lines().findFirst().orElse(""))
                .containsExactlyElementsOf(given.problems());
    }

    @Test
    void whatNeedsOthersComesBehindThem() {
        var template = StackTemplate.parse("""
            Resources:
              C: {Type: A::B::C, DependsOn: [B]}
              B: {Type: A::B::C, Properties: {X: !Ref A}}
              A: {Type: A::B::C}
            """);

        assertThat(Dependencies.ofResources(template).order()).containsExactly("A", "B", "C");
    }

    @Test
    void substitutionKeepsWhatIsMeantLiterally() {
        assertThat(new SubText("${A}-${!B}-$C-${D.E}").replaced("<%s>"::formatted))
                .isEqualTo("<A>-${B}-$C-<D.E>");
    }
}
