package openproton.render.data;

/// How large a YAML document may be.
///
/// @param charactersMax length of the text
/// @param depthMax how deeply maps and lists may lie in one another
/// @param partsMax scalars, maps and lists in all, each one that an alias repeats counted again
public record YamlLimits(int charactersMax, int depthMax, int partsMax) {
    private static final int DEPTH_MAX = 32;
    private static final int PARTS_MAX = 50_000;

    /// The limits of a document whose text has a limit of its own.
    public static YamlLimits ofCharacters(int charactersMax) {
        return new YamlLimits(charactersMax, DEPTH_MAX, PARTS_MAX);
    }
}
