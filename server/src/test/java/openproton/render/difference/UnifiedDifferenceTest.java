package openproton.render.difference;

import static org.assertj.core.api.Assertions.assertThat;

import openproton.base.FileTree;
import org.junit.jupiter.api.Test;

class UnifiedDifferenceTest {

    @Test
    void sameTextsDifferInNothing() {
        assertThat(UnifiedDifference.ofTexts("spec.yaml", "a\nb\n", "a\nb\n")).isEmpty();
        assertThat(UnifiedDifference.ofFiles(FileTree.EMPTY, FileTree.EMPTY)).isEmpty();
    }

    @Test
    void aChangedLineStandsBetweenThreeUnchangedOnes() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

        assertThat(UnifiedDifference.ofTexts("x", before, before.replace("5", "five")))
                .isEqualTo("--- a/x\n+++ b/x\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
    }

    @Test
    void filesThatComeAndGoAreHeldAgainstNothing() {
        var before = FileTree.EMPTY.with("gone", "x\n").with("same", "s\n");
        var after = FileTree.EMPTY.with("new", "y\n").with("same", "s\n");

        assertThat(UnifiedDifference.ofFiles(before, after)).isEqualTo("""
            --- a/gone
            +++ /dev/null
            @@ -1,1 +0,0 @@
            -x
            --- /dev/null
            +++ b/new
            @@ -0,0 +1,1 @@
            +y
            """);
    }

    @Test
    void whatIsNoTextIsOnlyNamed() {
        var before = FileTree.EMPTY.with("zip", new FileTree.Entry(new byte[] {(byte) 0xff, 1}, false));
        var after = FileTree.EMPTY.with("zip", new FileTree.Entry(new byte[] {(byte) 0xff, 2}, false));

        assertThat(UnifiedDifference.ofFiles(before, after).strip()).isEqualTo("Binary files a/zip and b/zip differ");
    }
}
