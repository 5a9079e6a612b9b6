package openproton.cli.command.template;

/// The major version that a new version belongs to.
public sealed interface MajorChoice {
    /// The highest major version of the template; the first one when there is none yet.
    record Newest() implements MajorChoice {}

    /// A new major version.
    record Next() implements MajorChoice {}

    /// A given major version.
    record Named(String major) implements MajorChoice {}
}
