package openproton.api.signing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HexFormat;

/// Percent signs as Signature Version 4 wants them: only letters, digits and `-._~` stay, hex digits are upper case.
final class PercentEncoding {
    private static final String UNRESERVED = "-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /// A path without `.`, `..` and doubled slashes, encoded once more than it was given.
    static String path(String path) {
        var segments = new ArrayDeque<String>();
        for (String segment : path.split("/", -1)) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.addLast(encode(segment.getBytes(StandardCharsets.UTF_8)));
            }
        }
        String normal = "/" + String.join("/", segments);
        return endsAsFolder(path) && !segments.isEmpty() ? normal + "/" : normal;
    }

    /// Text decoded, and encoded again in the canonical way.
    static String again(String encoded) {
        return encode(decode(encoded));
    }

    private static boolean endsAsFolder(String path) {
        return path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..");
    }

    private static String encode(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        for (byte one : bytes) {
            if (isUnreserved(one)) {
                text.append((char) one);
            } else {
                text.append('%').append(HEX.toHexDigits(one));
            }
        }
        return text.toString();
    }

    private static boolean isUnreserved(byte one) {
        return (one >= 'a' && one <= 'z')
                || (one >= 'A' && one <= 'Z')
                || (one >= '0' && one <= '9')
                || UNRESERVED.indexOf(one) >= 0;
    }

    private static byte[] decode(String encoded) {
        byte[] text = encoded.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < text.length; i++) {
            if (isEscape(text, i)) {
                bytes.write(HexFormat.fromHexDigit(text[i + 1]) * 16 + HexFormat.fromHexDigit(text[i + 2]));
                i += 2;
            } else {
                bytes.write(text[i]);
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isEscape(byte[] text, int at) {
        return text[at] == '%'
                && at + 2 < text.length
                && HexFormat.isHexDigit(text[at + 1])
                && HexFormat.isHexDigit(text[at + 2]);
    }
}
