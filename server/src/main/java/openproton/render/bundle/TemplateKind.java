package openproton.render.bundle;

/// The two kinds of template.
public enum TemplateKind {
    /// Shared infrastructure that services are deployed into.
    ENVIRONMENT,
    /// An application: instances in environments, and perhaps a pipeline.
    SERVICE
}
