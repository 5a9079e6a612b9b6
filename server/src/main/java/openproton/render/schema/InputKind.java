package openproton.render.schema;

/// The three input types that a schema can name.
public enum InputKind {
    /// The inputs in an environment spec.
    ENVIRONMENT("environment_input_type", "environmentInputType"),
    /// The inputs of each instance in a service spec.
    SERVICE("service_input_type", "serviceInputType"),
    /// The inputs in the pipeline section of a service spec.
    PIPELINE("pipeline_input_type", "pipelineInputType");

    private final String key;
    private final String property;

    InputKind(String key, String property) {
        this.key = key;
        this.property = property;
    }

    /// The key in `schema.yaml`.
    public String key() {
        return key;
    }

    /// The key as status messages spell it.
    public String property() {
        return property;
    }
}
