package openproton.resource.template;

/// The number of a version of a template.
///
/// @param template the template
/// @param major from 1 on
/// @param minor from 0 on
public record VersionKey(TemplateKey template, long major, long minor) {

    /// The ARN.
    public String arn() {
        return template.arn() + ":" + major + "." + minor;
    }

    /// `major.minor`.
    public String number() {
        return major + "." + minor;
    }

    /// The version without its scope, as deployments keep it.
    public VersionNumber inShort() {
        return new VersionNumber(template.name(), major, minor);
    }
}
