package openproton.render.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.FailsafeScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads and writes plain data as YAML 1.2: one document, JSON's types only, no key twice.
public final class Yaml {
    private static final int LINE_WIDTH = 120;
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(LINE_WIDTH)
            .setSplitLines(false)
            .setDereferenceAliases(true)
            .setSchema(new CoreSchema())
            .build();

    private Yaml() {}

    /// Reads a document; numbers become Long, BigInteger or Double, maps keep their order.
    ///
    /// @throws DataException when the text is not YAML or goes over a limit
    public static YamlDocument read(String text, YamlLimits limits) {
        return new YamlReader(limits, new CoreScalarResolver(false)).read(text);
    }

    /// Reads a document with every scalar as the string that was written: `3.10` stays `3.10`.
    ///
    /// @throws DataException when the text is not YAML or goes over a limit
    public static YamlDocument readAsWritten(String text, YamlLimits limits) {
        return new YamlReader(limits, new FailsafeScalarResolver()).read(text);
    }

    /// Reads a document of a language that writes functions as tags: `!Ref name` becomes the map `Ref: name`.
    ///
    /// @param functions tag, such as `!Ref`, to the key that stands for it; no other tag of that form is allowed
    /// @throws DataException when the text is not YAML or goes over a limit
    public static YamlDocument readWithFunctions(String text, YamlLimits limits, Map<String, String> functions) {
        return new YamlReader(limits, new CoreScalarResolver(false), functions).read(text);
    }

    /// Writes plain data so that reading gives equal data again.
    public static String write(@Nullable Object value) {
        return new Dump(SETTINGS, new YamlStrings(SETTINGS)).dumpToString(value);
    }
}
