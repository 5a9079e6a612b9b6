package openproton.resource.template.version;

import java.util.List;
import openproton.request.Operation;
import openproton.request.Pages;

/// The operations on template versions.
public record VersionOperations(Versions versions, Pages pages) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateEnvironmentTemplateVersion(versions),
                new GetEnvironmentTemplateVersion(versions),
                new UpdateEnvironmentTemplateVersion(versions),
                new DeleteEnvironmentTemplateVersion(versions),
                new ListEnvironmentTemplateVersions(versions, pages),
                new CreateServiceTemplateVersion(versions),
                new GetServiceTemplateVersion(versions),
                new UpdateServiceTemplateVersion(versions),
                new DeleteServiceTemplateVersion(versions),
                new ListServiceTemplateVersions(versions, pages));
    }
}
