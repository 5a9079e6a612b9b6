package openproton.render.schema;

/// The three input types that a schema can name.
public enum InputKind {
    /// What an environment's spec gives.
    ENVIRONMENT("environment_input_type", "environmentInputType"),
    /// What each service instance's entry in a service spec gives.
    SERVICE("service_input_type", "serviceInputType"),
    /// What the pipeline section of a service spec gives.
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
