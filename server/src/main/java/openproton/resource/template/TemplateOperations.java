package openproton.resource.template;

import java.util.List;
import openproton.request.Operation;
import openproton.request.Pages;

/// The operations on templates and their versions.
public record TemplateOperations(Templates templates, Pages pages) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateEnvironmentTemplate(templates),
                new GetEnvironmentTemplate(templates),
                new UpdateEnvironmentTemplate(templates),
                new DeleteEnvironmentTemplate(templates),
                new ListEnvironmentTemplates(pages),
                new CreateServiceTemplate(templates),
                new GetServiceTemplate(templates),
                new UpdateServiceTemplate(templates),
                new DeleteServiceTemplate(templates),
                new ListServiceTemplates(pages));
    }
}
