package openproton.cli;

import java.util.List;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.CreateServiceTemplateInput;
import openproton.api.CreateServiceTemplateVersionInput;
import openproton.api.DeleteServiceTemplateInput;
import openproton.api.DeleteServiceTemplateVersionInput;
import openproton.api.GetServiceTemplateInput;
import openproton.api.GetServiceTemplateVersionInput;
import openproton.api.ListServiceTemplateVersionsInput;
import openproton.api.ListServiceTemplateVersionsOutput;
import openproton.api.Provisioning;
import openproton.api.ServiceTemplateSupportedComponentSourceType;
import openproton.api.ServiceTemplateVersionSummary;
import openproton.api.TemplateVersionStatus;
import openproton.api.UpdateServiceTemplateVersionInput;

/// The operations on service templates.
record ServiceTemplateCalls(ApiClient client) implements TemplateCalls {

    @Override
    public Optional<Found> find(String name) {
        return client.find(ApiModel.GET_SERVICE_TEMPLATE, new GetServiceTemplateInput(name))
                .map(found -> new Found(
                        found.serviceTemplate().arn(), found.serviceTemplate().recommendedVersion()));
    }

    @Override
    public void create(String name, Titles titles, boolean customerManaged) {
        client.call(
                ApiModel.CREATE_SERVICE_TEMPLATE,
                CreateServiceTemplateInput.builder()
                        .name(name)
                        .displayName(titles.displayName())
                        .description(titles.description())
                        .pipelineProvisioning(
                                customerManaged ? Optional.of(Provisioning.CUSTOMER_MANAGED) : Optional.empty())
                        .build());
    }

    @Override
    public TemplateVersion createVersion(String name, NewVersion version) {
        var created = client.call(
                ApiModel.CREATE_SERVICE_TEMPLATE_VERSION,
                CreateServiceTemplateVersionInput.builder()
                        .templateName(name)
                        .description(version.description())
                        .majorVersion(version.major())
                        .source(version.source())
                        .compatibleEnvironmentTemplates(version.fit().environments())
                        .supportedComponentSources(
                                version.fit().components()
                                        ? List.of(ServiceTemplateSupportedComponentSourceType.DIRECTLY_DEFINED)
                                        : List.of())
                        .clientToken(version.clientToken())
                        .build());
        return TemplateVersion.of(ServiceTemplateVersionSummary.of(created.serviceTemplateVersion()));
    }

    @Override
    public Optional<TemplateVersion> version(String name, String major, String minor) {
        return client.find(
                        ApiModel.GET_SERVICE_TEMPLATE_VERSION, new GetServiceTemplateVersionInput(name, major, minor))
                .map(found -> ServiceTemplateVersionSummary.of(found.serviceTemplateVersion()))
                .map(TemplateVersion::of);
    }

    @Override
    public List<TemplateVersion> versions(String name) {
        return client
                .all(
                        ApiModel.LIST_SERVICE_TEMPLATE_VERSIONS,
                        token -> ListServiceTemplateVersionsInput.builder()
                                .templateName(name)
                                .nextToken(token)
                                .build(),
                        ListServiceTemplateVersionsOutput::templateVersions,
                        ListServiceTemplateVersionsOutput::nextToken)
                .stream()
                .map(TemplateVersion::of)
                .toList();
    }

    @Override
    public void publish(String name, TemplateVersion version) {
        client.call(
                ApiModel.UPDATE_SERVICE_TEMPLATE_VERSION,
                UpdateServiceTemplateVersionInput.builder()
                        .templateName(name)
                        .majorVersion(version.major())
                        .minorVersion(version.minor())
                        .status(TemplateVersionStatus.PUBLISHED)
                        .build());
    }

    @Override
    public void deleteVersion(String name, TemplateVersion version) {
        client.call(
                ApiModel.DELETE_SERVICE_TEMPLATE_VERSION,
                new DeleteServiceTemplateVersionInput(name, version.major(), version.minor()));
    }

    @Override
    public void delete(String name) {
        client.call(ApiModel.DELETE_SERVICE_TEMPLATE, new DeleteServiceTemplateInput(name));
    }
}
