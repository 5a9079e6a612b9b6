package openproton.resource.template.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.request.Pages;
import openproton.resource.template.TemplateKey;

/// The lists of versions: the newest number first.
final class VersionListing {
    /// Of each major version its recommended minor, or else its highest.
    private static final String ONE_OF_EACH_MAJOR = """
           AND v.minor = (SELECT coalesce(max(CASE WHEN c.status = 'PUBLISHED' THEN c.minor END), max(c.minor))
                            FROM template_version c
                           WHERE c.account = v.account AND c.region = v.region AND c.kind = v.kind
                             AND c.template = v.template AND c.major = v.major)
        """;

    private VersionListing() {}

    static Pages.Listing of(TemplateKey template, Optional<Long> major) {
        var parameters = new ArrayList<Object>(
                List.of(template.scope().account(), template.scope().region(), template.type(), template.name()));
        major.ifPresent(parameters::add);
        return new Pages.Listing(
                VersionTable.SELECT + (major.isPresent() ? " AND v.major = ?" : ONE_OF_EACH_MAJOR),
                parameters,
                List.of(Pages.Key.number("major"), Pages.Key.number("minor")),
                true,
                "ListVersions" + template + major);
    }
}
