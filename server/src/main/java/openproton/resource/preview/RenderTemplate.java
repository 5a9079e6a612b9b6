package openproton.resource.preview;

import java.util.List;
import openproton.api.Caller;
import openproton.api.RenderTemplateInput;
import openproton.api.RenderTemplateOutput;
import openproton.api.RenderedDeployment;
import openproton.api.ValidationException;
import openproton.base.Json;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.TemplateKind;
import openproton.render.preview.Preview;
import openproton.render.spec.SpecException;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.deployment.RenderedFiles;
import openproton.resource.template.TemplateKey;
import openproton.resource.template.version.RegisteredVersions;
import openproton.resource.template.version.StoredVersion;
import openproton.resource.template.version.Versions;
import openproton.store.Transaction;

/// Renders a registered version with a spec, as its deployments would; nothing is kept.
///
/// @param registered has the bundles
/// @param jinja evaluates their templates
public record RenderTemplate(Versions versions, RegisteredVersions registered, TemplateEngine jinja)
        implements Query<RenderTemplateInput, RenderTemplateOutput> {

    @Override
    public RenderTemplateOutput handle(Transaction tx, RenderTemplateInput input, Caller caller) {
        var scope = Scope.of(caller);
        var template = new TemplateKey(scope, input.templateType(), input.templateName());
        StoredVersion version = versions.resolve(tx, template, input.majorVersion(), input.minorVersion());
        List<RenderedDeployment> deployments = render(tx, scope, input, version).stream()
                .map(RenderTemplate::toApi)
                .toList();
        return new RenderTemplateOutput(deployments);
    }

    private List<Preview.Rendered> render(
            Transaction tx, Scope scope, RenderTemplateInput input, StoredVersion version) {
        String name = input.name().orElse("preview");
        var known = new LiveFacts(tx, scope, name, input.environmentOutputs());
        var kind = TemplateKind.valueOf(input.templateType().name());
        try {
            var preview = new Preview(registered.bundle(tx, version), jinja, known);
            return preview.of(kind, name, input.spec());
        } catch (RenderException | SpecException refusal) {
            throw new ValidationException(String.valueOf(refusal.getMessage()));
        }
    }

    private static RenderedDeployment toApi(Preview.Rendered rendered) {
        return RenderedDeployment.builder()
                .target(rendered.label())
                .inputs(Json.write(rendered.namespace().values()))
                .files(RenderedFiles.of(rendered.files()))
                .build();
    }
}
