package openproton.resource.template.version;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.api.TemplateType;
import openproton.base.Arn;
import openproton.change.VersionNumber;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;

/// The number of a version of a template.
///
/// @param template the template
/// @param major from 1 on
/// @param minor from 0 on
public record VersionKey(TemplateKey template, long major, long minor) {

    private static final Pattern FORM = Pattern.compile("(environment|service)-template/([^:]+):(\\d+)\\.(\\d+)");

    /// The version that an ARN names.
    public static VersionKey of(String text) {
        Arn arn = Arn.parse(text).orElseThrow();
        Matcher parts = FORM.matcher(arn.resource());
        if (!parts.matches()) {
            throw new IllegalArgumentException(text + " is not the ARN of a template version");
        }
        var type = TemplateType.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        var template = new TemplateKey(new Scope(arn.account(), arn.region()), type, parts.group(2));
        return new VersionKey(template, Long.parseLong(parts.group(3)), Long.parseLong(parts.group(4)));
    }

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
