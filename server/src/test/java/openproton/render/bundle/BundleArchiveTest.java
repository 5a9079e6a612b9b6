package openproton.render.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import openproton.base.FileTree;
import openproton.render.BundleException;

class BundleArchiveTest {
    private static final byte[] PROGRAM = {'#', '!'};

    @Property(tries = 100)
    void readingGivesBackWhatWasPacked(@ForAll("trees") FileTree tree) {
        assertThat(BundleArchive.read(BundleArchive.pack(tree), BundleLimits.STANDARD))
                .isEqualTo(tree);
    }

    @Property(tries = 20)
    void packingTwiceGivesTheSameBytes(@ForAll("trees") FileTree tree) {
        assertThat(BundleArchive.pack(tree)).isEqualTo(BundleArchive.pack(tree));
    }

    @Example
    void thePackedArchiveNamesNoUserAndNoTime() throws Exception {
        byte[] packed = BundleArchive.pack(FileTree.EMPTY.with("schema/schema.yaml", "x"));
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();

        assertThat(new String(tar, 265, 64, StandardCharsets.US_ASCII).strip().replace("\0", ""))
                .isEmpty();
        assertThat(new String(tar, 136, 11, StandardCharsets.US_ASCII)).isEqualTo("00000000000");
    }

    @Example
    void theRootIsFoundUnderAnyNumberOfTopFolders() {
        for (String top : new String[] {"", "./", "/", "environment/", "svc/v1/", "/a/./b//"}) {
            var tree = read(new Tarball()
                    .file(top + "schema/schema.yaml", "s")
                    .file(top + "infrastructure/manifest.yaml", "m"));

            assertThat(tree.files()).containsOnlyKeys("schema/schema.yaml", "infrastructure/manifest.yaml");
        }
    }

    @Example
    void whatLiesOutsideOfTheRootIsLeftOut() {
        var tree = read(new Tarball().file("README.md", "x").folder("v1").file("v1/schema/schema.yaml", "s"));

        assertThat(tree.files()).containsOnlyKeys("schema/schema.yaml");
    }

    @Example
    void theShallowestSchemaDecides() {
        var tree = read(new Tarball().file("schema/schema.yaml", "top").file("examples/v1/schema/schema.yaml", "deep"));

        assertThat(tree.text("schema/schema.yaml")).contains("top");
    }

    @Example
    void twoSchemasAtTheSameDepthAreRefused() {
        assertThatThrownBy(() ->
                        read(new Tarball().file("a/schema/schema.yaml", "").file("b/schema/schema.yaml", "")))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("a/schema/schema.yaml and b/schema/schema.yaml");
    }

    @Example
    void anArchiveWithoutSchemaIsRefused() {
        assertThatThrownBy(() -> read(new Tarball().file("schema/schema.yml.txt", "")))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("no schema/schema.yaml");
    }

    @Example
    void desktopLitterIsLeftOutAndTheExecuteBitKept() {
        var tree = read(new Tarball()
                .file("schema/schema.yaml", "s")
                .file("schema/._schema.yaml", "x")
                .file(".DS_Store", "x")
                .file("infrastructure/run.sh", PROGRAM, 0100755));

        assertThat(tree.files()).containsOnlyKeys("schema/schema.yaml", "infrastructure/run.sh");
        assertThat(tree.find("infrastructure/run.sh")).contains(new FileTree.Entry(PROGRAM, true));
    }

    @Example
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

    @Provide
    static Arbitrary<FileTree> trees() {
        Arbitrary<String> paths = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('é', ' ', '-')
                .ofMinLength(1)
                .ofMaxLength(60)
                .list()
                .ofMinSize(2)
                .ofMaxSize(3)
                .map(parts -> "f/" + String.join("/d", parts) + ".x");
        Arbitrary<byte[]> contents = Arbitraries.bytes().array(byte[].class).ofMaxSize(2_000);
        return Arbitraries.maps(paths, contents).ofMaxSize(6).map(BundleArchiveTest::tree);
    }

    private static FileTree tree(Map<String, byte[]> files) {
        var tree = FileTree.EMPTY.with("schema/schema.yaml", "s");
        for (var file : files.entrySet()) {
            tree = tree.with(
                    file.getKey(),
                    new FileTree.Entry(file.getValue(), file.getKey().length() % 2 == 0));
        }
        return tree;
    }
}
