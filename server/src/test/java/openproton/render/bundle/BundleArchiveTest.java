package openproton.render.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import openproton.base.FileTree;
import openproton.render.BundleException;
import openproton.render.Draws;
import org.junit.jupiter.api.Test;

class BundleArchiveTest {
    private static final byte[] PROGRAM = {'#', '!'};

    /// Longer names than this need a header of their own in an archive.
    private static final int NAME_BYTES_MAX = 100;

    @Test
    void readingGivesBackWhatWasPacked() {
        Draws.forEverySeed(draws -> {
            FileTree tree = tree(draws);

            assertThat(BundleArchive.read(BundleArchive.pack(tree), BundleLimits.STANDARD))
                    .isEqualTo(tree);
        });
    }

    @Test
    void packingTwiceGivesTheSameBytes() {
        Draws.forEverySeed(draws -> {
            FileTree tree = tree(draws);

            assertThat(BundleArchive.pack(tree)).isEqualTo(BundleArchive.pack(tree));
        });
    }

    @Test
    void thePackedArchiveNamesNoUserAndNoTime() throws Exception {
        byte[] packed = BundleArchive.pack(FileTree.EMPTY.with("schema/schema.yaml", "x"));
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();

        assertThat(new String(tar, 265, 64, StandardCharsets.US_ASCII).strip().replace("\0", ""))
                .isEmpty();
        assertThat(new String(tar, 136, 11, StandardCharsets.US_ASCII)).isEqualTo("00000000000");
    }

    @Test
    void theRootIsFoundUnderAnyNumberOfTopFolders() {
        for (String top : new String[] {"", "./", "/", "environment/", "svc/v1/", "/a/./b//"}) {
            var tree = read(new Tarball()
                    .file(top + "schema/schema.yaml", "s")
                    .file(top + "infrastructure/manifest.yaml", "m"));

            assertThat(tree.files()).containsOnlyKeys("schema/schema.yaml", "infrastructure/manifest.yaml");
        }
    }

    @Test
    void whatLiesOutsideOfTheRootIsLeftOut() {
        var tree = read(new Tarball().file("README.md", "x").folder("v1").file("v1/schema/schema.yaml", "s"));

        assertThat(tree.files()).containsOnlyKeys("schema/schema.yaml");
    }

    @Test
    void theShallowestSchemaDecides() {
        var tree = read(new Tarball().file("schema/schema.yaml", "top").file("examples/v1/schema/schema.yaml", "deep"));

        assertThat(tree.text("schema/schema.yaml")).contains("top");
    }

    @Test
    void twoSchemasAtTheSameDepthAreRefused() {
        assertThatThrownBy(() ->
                        read(new Tarball().file("a/schema/schema.yaml", "").file("b/schema/schema.yaml", "")))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("a/schema/schema.yaml and b/schema/schema.yaml");
    }

    @Test
    void anArchiveWithoutSchemaIsRefused() {
        assertThatThrownBy(() -> read(new Tarball().file("schema/schema.yml.txt", "")))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("no schema/schema.yaml");
    }

    @Test
    void desktopLitterIsLeftOutAndTheExecuteBitKept() {
        var tree = read(new Tarball()
                .file("schema/schema.yaml", "s")
                .file("schema/._schema.yaml", "x")
                .file(".DS_Store", "x")
                .file("infrastructure/run.sh", PROGRAM, 0100755));

        assertThat(tree.files()).containsOnlyKeys("schema/schema.yaml", "infrastructure/run.sh");
        assertThat(tree.find("infrastructure/run.sh")).contains(new FileTree.Entry(PROGRAM, true));
    }

    @Test
    void anArchiveThatIsCutAnywhereIsReadOrRefusedForPeople() {
        byte[] whole = new Tarball()
                .file("schema/schema.yaml", "s")
                .file("infrastructure/a", "b".repeat(5_000))
                .pack();
        for (int length = 0; length < whole.length - 8; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> BundleArchive.read(cut, BundleLimits.STANDARD))
                    .isInstanceOf(BundleException.class);
        }
    }

    private static FileTree read(Tarball tarball) {
        return BundleArchive.read(tarball.pack(), BundleLimits.STANDARD);
    }

    private static FileTree tree(Draws draws) {
        var tree = FileTree.EMPTY.with("schema/schema.yaml", "s");
        for (int left = draws.size(6); left > 0; left--) {
            tree = tree.with(path(draws), new FileTree.Entry(content(draws), draws.truth()));
        }
        return tree;
    }

    private static String path(Draws draws) {
        String part = draws.text(60, () -> letter(draws));
        String middle = draws.truth() ? "" : "d" + draws.text(60, () -> letter(draws)) + "/";
        String last = draws.oneOf(List.of(part, "p".repeat(NAME_BYTES_MAX - 5 + draws.below(3))));
        return "f/" + middle + last + ".x";
    }

    private static String letter(Draws draws) {
        return draws.oneOf(List.of("é", "𝄞", " ", "-", Character.toString('a' + draws.below(26))));
    }

    private static byte[] content(Draws draws) {
        return draws.truth() ? draws.bytes(2_000) : new byte[draws.oneOf(List.of(0, 1, 511, 512, 513, 1024))];
    }
}
