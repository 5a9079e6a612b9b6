package openproton.render.bundle;

import java.util.List;
import openproton.render.schema.InputKind;

/// The directories and input types that the bundle of a template must have, and must not have.
record Expected(TemplateKind kind, boolean customerManaged) {

    List<String> directories() {
        return switch (kind) {
            case ENVIRONMENT -> customerManaged ? List.of() : List.of(TemplateBundle.INFRASTRUCTURE);
            case SERVICE ->
                customerManaged
                        ? List.of(TemplateBundle.INSTANCE_INFRASTRUCTURE)
                        : List.of(TemplateBundle.INSTANCE_INFRASTRUCTURE, TemplateBundle.PIPELINE_INFRASTRUCTURE);
        };
    }

    /// Directories that show that the bundle was made for another template.
    List<String> forbiddenDirectories() {
        if (!customerManaged) {
            return List.of();
        }
        return switch (kind) {
            case ENVIRONMENT -> List.of(TemplateBundle.INFRASTRUCTURE);
            case SERVICE -> List.of(TemplateBundle.PIPELINE_INFRASTRUCTURE);
        };
    }

    List<InputKind> inputs() {
        return switch (kind) {
            case ENVIRONMENT -> List.of(InputKind.ENVIRONMENT);
            case SERVICE ->
                customerManaged ? List.of(InputKind.SERVICE) : List.of(InputKind.SERVICE, InputKind.PIPELINE);
        };
    }

    boolean forbidsPipelineInputs() {
        return kind == TemplateKind.SERVICE && customerManaged;
    }

    boolean allowsOnlyStrings() {
        return kind == TemplateKind.ENVIRONMENT && customerManaged;
    }

    /// The kind of template in messages.
    String title() {
        return switch (kind) {
            case ENVIRONMENT -> "Environment";
            case SERVICE -> "Service";
        };
    }

    /// The reason for the difference, in messages.
    String reason() {
        return switch (kind) {
            case ENVIRONMENT -> "its environments are customer managed, so nothing is provisioned from it";
            case SERVICE -> "it was created with pipelineProvisioning CUSTOMER_MANAGED, so it has no pipeline";
        };
    }
}
