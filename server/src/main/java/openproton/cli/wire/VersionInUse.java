package openproton.cli.wire;

/// The template version that something was deployed from.
public record VersionInUse(String template, String major, String minor) {

    /// Such as `web-service:1.0`.
    @Override
    public String toString() {
        return "%s:%s.%s".formatted(template, major, minor);
    }
}
