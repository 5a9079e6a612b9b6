package openproton.render.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import openproton.render.BundleException;

/// Recognizes an uploaded file by its first bytes, so that a refusal can name its format.
final class ArchiveForm {
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final int TAR_MAGIC_AT = 257;

    private ArchiveForm() {}

    static void checkGzip(byte[] archive) {
        if (!startsWith(archive, 0, GZIP)) {
            throw new BundleException(
                    "The bundle is %s, but must be a gzip-compressed tar archive: make one with 'tar -czf'"
                            .formatted(nameOf(archive)));
        }
    }

    private static String nameOf(byte[] archive) {
        if (archive.length == 0) {
            return "an empty file";
        } else if (startsWith(archive, 0, "PK".getBytes(StandardCharsets.US_ASCII))) {
            return "a zip archive";
        } else if (startsWith(archive, TAR_MAGIC_AT, "ustar".getBytes(StandardCharsets.US_ASCII))) {
            return "a tar archive without compression";
        }
        return "not an archive of a known kind";
    }

    private static boolean startsWith(byte[] bytes, int offset, byte[] expected) {
        int end = offset + expected.length;
        return bytes.length >= end && Arrays.equals(bytes, offset, end, expected, 0, expected.length);
    }
}
