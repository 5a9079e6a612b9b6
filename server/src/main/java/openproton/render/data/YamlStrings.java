package openproton.render.data;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/// Chooses double quotes for strings with unusual line ends: in other styles they would not be read back as written.
final class YamlStrings extends StandardRepresenter {
    private static final Pattern UNUSUAL_LINE_END = Pattern.compile("[\\r\\u0085\\u2028\\u2029\\uFEFF]");

    YamlStrings(DumpSettings settings) {
        super(settings);
        representers.put(String.class, text -> representScalar(Tag.STR, text.toString(), style(text.toString())));
    }

    private static ScalarStyle style(String text) {
        if (UNUSUAL_LINE_END.matcher(text).find()) {
            return ScalarStyle.DOUBLE_QUOTED;
        }
        return text.indexOf('\n') >= 0 ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
    }
}
