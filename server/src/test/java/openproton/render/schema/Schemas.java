package openproton.render.schema;

/// Schemas for tests, from what differs between them.
final class Schemas {
    private Schemas() {}

    /// A service schema whose type has these properties, each a line of YAML.
    static TemplateSchema withProperties(String required, String... properties) {
        return TemplateSchema.read("""
            schema:
              format: {openapi: "3.0.0"}
              service_input_type: Inputs
              types:
                Name: {type: string, maxLength: 3}
                Loop: {type: object, properties: {again: {$ref: '#/Loop'}}}
                Inputs:
                  type: object
                  required: %s
                  properties:
            """.formatted(required) + "        " + String.join("\n        ", properties) + "\n");
    }

    static InputType inputs(String required, String... properties) {
        return withProperties(required, properties).inputs(InputKind.SERVICE).orElseThrow();
    }
}
