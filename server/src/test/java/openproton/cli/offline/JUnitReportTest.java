package openproton.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JUnitReportTest {
    private static final TestResult PASSED =
            new TestResult("spec.yaml", "instance blue", "outputs.yaml", List.of(), Duration.ofMillis(250));
    private static final TestResult FAILED = new TestResult(
            "spec.yaml", "pipeline", "", List.of("line 3: a < b\nmore", "line 9"), Duration.ofSeconds(1));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aBundleIsASuiteAndADeploymentIsACase() {
        assertThat(report(PASSED, FAILED))
                .contains("<testsuite name=\"web\" tests=\"2\" failures=\"1\" time=\"1.250\">")
                .contains("<testcase classname=\"web\" name=\"spec.yaml: instance blue\" time=\"0.250\"></testcase>");
    }

    @Test
    void aFailureBeginsWithItsFirstLineAndHoldsAllErrors() {
        assertThat(report(FAILED))
                .contains("<failure message=\"line 3: a &lt; b\">line 3: a &lt; b\nmore\nline 9</failure>");
    }

    @Test
    void charactersThatXmlDoesNotAllowAreReplaced() {
        var odd = new TestResult("spec.yaml", "", "", List.of("bell \u0007 and smile \uD83D\uDE00"), Duration.ZERO);

        assertThat(report(odd)).contains("bell \uFFFD and smile \uD83D\uDE00");
    }

    @Test
    void aBundleWithoutASpecIsOneCase() {
        assertThat(new TestResult("", "", "", List.of(), Duration.ZERO).label()).isEqualTo("bundle");
    }

    @Test
    void theFoldersOfTheFileAreCreated() {
        new JUnitReport(List.of()).write(folder.resolve("a/b/report.xml"));

        assertThat(folder.resolve("a/b/report.xml")).content().contains("<testsuites>");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        assertThatThrownBy(() -> new JUnitReport(List.of()).write(folder))
                .hasMessageStartingWith("cannot write %s: ".formatted(folder));
    }

    private static String report(TestResult... results) {
        return new JUnitReport(List.of(new TestedBundle("web", List.of(results), List.of()))).text();
    }
}
