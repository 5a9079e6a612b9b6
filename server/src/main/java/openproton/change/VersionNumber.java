package openproton.change;

import openproton.store.Row;

/// Which version of which template something uses; [#NONE] for components.
///
/// @param template the template's name
/// @param major from 1 on
/// @param minor from 0 on
public record VersionNumber(String template, long major, long minor) {

    /// Of what is made from no template: a component.
    public static final VersionNumber NONE = new VersionNumber("", 0, 0);

    /// Reads the columns `template`, `major` and `minor`.
    public static VersionNumber of(Row row) {
        return new VersionNumber(row.text("template"), row.number("major"), row.number("minor"));
    }

    /// The major number as the API spells it.
    public String majorText() {
        return Long.toString(major);
    }

    /// The minor number as the API spells it.
    public String minorText() {
        return Long.toString(minor);
    }

    /// `template:major.minor`, as ARNs and messages name it.
    @Override
    public String toString() {
        return template + ":" + major + "." + minor;
    }
}
