package openproton.resource.template;

import openproton.api.TemplateType;
import openproton.request.Scope;

/// The name of a template. Environment and service templates have names of their own.
///
/// @param scope the account and Region it lives in
/// @param type which of the two kinds it is
/// @param name its name
public record TemplateKey(Scope scope, TemplateType type, String name) {

    /// The ARN.
    public String arn() {
        return scope.arn(prefix() + name);
    }

    /// How a person would call it in a sentence.
    public String words() {
        return "%s template '%s'".formatted(typeWord(), name);
    }

    /// `environment` or `service`.
    public String typeWord() {
        return switch (type) {
            case ENVIRONMENT -> "environment";
            case SERVICE -> "service";
        };
    }

    private String prefix() {
        return typeWord() + "-template/";
    }
}
