package openproton.render.jinja.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The characters that HTML spells by name or number, such as `&amp;` and `&#39;`.
final class HtmlEntities {
    private static final Pattern ENTITY = Pattern.compile(
            "&(?:#(?<decimal>[0-9]+);?|#[xX](?<hexadecimal>[0-9a-fA-F]+);?|(?<name>[^\\t\\n\\f <&#;]{1,32};?))");
    private static final int DIGITS_MAX = 7;
    private static final int NAME_MIN = 2;
    private static final int C1_END = 0x9f;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private HtmlEntities() {}

    /// The names of HTML 5, some also without their semicolon.
    private static final class Names {
        static final Map<String, String> ALL = read();

        private static Map<String, String> read() {
            var names = new HashMap<String, String>();
            try (var file = Objects.requireNonNull(HtmlEntities.class.getResourceAsStream("entities.txt"))) {
                new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                    String[] words = line.split(" ");
                    var text = new StringBuilder();
                    for (int index = 1; index < words.length; index++) {
                        text.appendCodePoint(Integer.parseInt(words[index], 16));
                    }
                    names.put(words[0], text.toString());
                });
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return names;
        }
    }

    static String resolved(String text) {
        return text.indexOf('&') < 0
                ? text
                : ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character((Matcher) entity)));
    }

    private static String character(Matcher entity) {
        if (entity.group("name") != null) {
            return named(entity.group("name"));
        }
        String decimal = entity.group("decimal");
        return decimal != null ? numbered(decimal, 10) : numbered(entity.group("hexadecimal"), 16);
    }

    /// The longest beginning that is a name counts.
    private static String named(String name) {
        for (int end = name.length(); end >= NAME_MIN; end--) {
            String found = Names.ALL.get(name.substring(0, end));
            if (found != null) {
                return found + name.substring(end);
            }
        }
        return "&" + name;
    }

    private static String numbered(String digits, int radix) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        int point = significant.length() > DIGITS_MAX ? Integer.MAX_VALUE : Integer.parseInt(significant, radix);
        if (point == 0 || !Character.isValidCodePoint(point) || isSurrogate(point)) {
            return "\ufffd";
        }
        if (point >= 0x80 && point <= C1_END) {
            return windows(point);
        }
        return isNoCharacter(point) ? "" : Character.toString(point);
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /// The character that old pages meant.
    private static String windows(int point) {
        String character = new String(new byte[] {(byte) point}, WINDOWS);
        return character.equals("\ufffd") ? Character.toString(point) : character;
    }

    private static boolean isNoCharacter(int point) {
        boolean control = (point < ' ' && "\t\n\f\r".indexOf(point) < 0) || point == 0x7f;
        return control || (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) == 0xfffe;
    }
}
