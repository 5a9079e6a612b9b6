package openproton.render.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import openproton.render.BundleException;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest {
    private static final BundleLimits SMALL = new BundleLimits(100_000, 10_000, 5, 4_000, 1_000, 2);

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/../evil", "a/..", "./.."})
    void anEntryThatLeavesTheBundleIsRefused(String name) {
        refuses(valid().file(name, "x"), "leaves the bundle: '" + name);
    }

    @Test
    void anAbsoluteEntryIsTakenAsRelative() {
        var tree = BundleArchive.read(valid().file("/etc/passwd", "x").pack(), BundleLimits.STANDARD);

        assertThat(tree.files()).containsKey("etc/passwd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../outside", "a/../../../outside"})
    void aLinkThatLeavesTheBundleIsRefused(String target) {
        refuses(valid().link("infrastructure/link", target, TarConstants.LF_SYMLINK), "points to '" + target);
    }

    @Test
    void aHardLinkThatLeavesTheBundleIsRefused() {
        refuses(valid().link("infrastructure/link", "../outside", TarConstants.LF_LINK), "leaves the bundle");
    }

    @Test
    void aLinkInsideTheBundleIsLeftOutAndNothingIsWrittenThroughIt() {
        var archive = valid().link("infrastructure/bin", "../schema", TarConstants.LF_SYMLINK)
                .file("infrastructure/bin/schema.yaml", "mine")
                .pack();

        var tree = BundleArchive.read(archive, BundleLimits.STANDARD);

        assertThat(tree.text("schema/schema.yaml")).contains("s");
        assertThat(tree.text("infrastructure/bin/schema.yaml")).contains("mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"top/schema/schema.yaml", "infrastructure/manifest.yaml", "instance_infrastructure/main.tf"})
    void aLinkInThePlaceOfANeededFileIsRefused(String name) {
        refuses(valid().link(name, "other.yaml", TarConstants.LF_SYMLINK), "put the file itself in the archive");
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO})
    void devicesAreRefused(byte type) {
        refuses(valid().link("infrastructure/null", "", type), "device at 'infrastructure/null'");
    }

    @Test
    void aNameThatIsBothFileAndFolderIsRefused() {
        refuses(valid().file("a", "x").file("a/b", "y"), "'a' both as a file and as a folder");
    }

    @Test
    void aFileThatUnpacksTooLargeIsRefused() {
        refuses(valid().file("a", "x".repeat(4_001)), "The file a is larger than 4,000 bytes");
    }

    @Test
    void filesThatUnpackTooLargeTogetherAreRefused() {
        var tarball = valid();
        for (int number = 0; number < 3; number++) {
            tarball.file("f" + number, "x".repeat(3_900));
        }
        refuses(tarball, "unpacks to more than 10,000 bytes");
    }

    @Test
    void tooManyEntriesAreRefused() {
        var tarball = valid();
        for (int number = 0; number < 5; number++) {
            tarball.folder("d" + number + "/");
        }
        refuses(tarball, "more than 5 files and folders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bomb", "._bomb"})
    void aBombStopsEarlyWhetherItsFileIsWantedOrNot(String name) {
        byte[] archive = valid().file(name, new byte[20 << 20], 0100644).pack();

        assertThat(archive.length).isLessThan(100_000);
        assertThatThrownBy(() -> BundleArchive.read(archive, SMALL))
                .isInstanceOf(BundleException.class)
                .hasMessageMatching(".*(larger than 4,000 bytes|unpacks to more than 10,000 bytes)");
    }

    @Test
    void aLargeArchiveIsRefusedUnread() {
        assertThatThrownBy(() -> BundleArchive.read(new byte[100_001], SMALL))
                .hasMessageContaining("100,001 bytes compressed, at most 100,000");
    }

    @Test
    void whatIsNotGzipIsCalledByItsName() throws IOException {
        refuses(new byte[0], "an empty file");
        refuses("PK\3\4zip".getBytes(StandardCharsets.US_ASCII), "a zip archive");
        refuses(gunzip(valid().pack()), "a tar archive without compression");
        refuses("{}".getBytes(StandardCharsets.US_ASCII), "not an archive of a known kind");
    }

    @Test
    void aTruncatedArchiveIsRefused() {
        byte[] whole = valid().file("a", "some text that has to be there").pack();
        refuses(Arrays.copyOf(whole, whole.length / 2), "ends too early");
    }

    @Test
    void compressedTextIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("not a tar archive at all ".repeat(100).getBytes(StandardCharsets.US_ASCII));
        }
        refuses(bytes.toByteArray(), "it is not a tar archive");
    }

    private static Tarball valid() {
        return new Tarball().file("schema/schema.yaml", "s");
    }

    private static byte[] gunzip(byte[] archive) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(archive)).readAllBytes();
    }

    private static void refuses(Tarball tarball, String message) {
        refuses(tarball.pack(), message);
    }

    private static void refuses(byte[] archive, String message) {
        assertThatThrownBy(() -> BundleArchive.read(archive, SMALL))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(message);
    }
}
