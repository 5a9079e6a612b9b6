package openproton.resource.template;

import java.util.List;
import openproton.request.Operation;
import openproton.request.Pages;

/// The operations on templates and their versions.
public record TemplateOperations(Templates templates, Versions versions, Pages pages, Buckets buckets) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateEnvironmentTemplate(templates),
                new GetEnvironmentTemplate(templates),
                new UpdateEnvironmentTemplate(templates),
                new DeleteEnvironmentTemplate(templates),
                new ListEnvironmentTemplates(pages),
                new CreateEnvironmentTemplateVersion(versions),
                new GetEnvironmentTemplateVersion(versions),
                new UpdateEnvironmentTemplateVersion(versions),
                new DeleteEnvironmentTemplateVersion(versions),
                new ListEnvironmentTemplateVersions(versions, pages),
                new CreateServiceTemplate(templates),
                new GetServiceTemplate(templates),
                new UpdateServiceTemplate(templates),
                new DeleteServiceTemplate(templates),
                new ListServiceTemplates(pages),
                new CreateServiceTemplateVersion(versions),
                new GetServiceTemplateVersion(versions),
                new UpdateServiceTemplateVersion(versions),
                new DeleteServiceTemplateVersion(versions),
                new ListServiceTemplateVersions(versions, pages),
                new UploadBundle(buckets));
    }
}
