package openproton.cli;

import java.util.List;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.CreateEnvironmentTemplateInput;
import openproton.api.CreateEnvironmentTemplateVersionInput;
import openproton.api.DeleteEnvironmentTemplateInput;
import openproton.api.DeleteEnvironmentTemplateVersionInput;
import openproton.api.EnvironmentTemplateVersionSummary;
import openproton.api.GetEnvironmentTemplateInput;
import openproton.api.GetEnvironmentTemplateVersionInput;
import openproton.api.ListEnvironmentTemplateVersionsInput;
import openproton.api.ListEnvironmentTemplateVersionsOutput;
import openproton.api.Provisioning;
import openproton.api.TemplateVersionStatus;
import openproton.api.UpdateEnvironmentTemplateVersionInput;

/// The operations on environment templates.
record EnvironmentTemplateCalls(ApiClient client) implements TemplateCalls {

    @Override
    public Optional<Found> find(String name) {
        return client.find(ApiModel.GET_ENVIRONMENT_TEMPLATE, new GetEnvironmentTemplateInput(name))
                .map(found -> new Found(
                        found.environmentTemplate().arn(),
                        found.environmentTemplate().recommendedVersion()));
    }

    @Override
    public void create(String name, Titles titles, boolean customerManaged) {
        client.call(
                ApiModel.CREATE_ENVIRONMENT_TEMPLATE,
                CreateEnvironmentTemplateInput.builder()
                        .name(name)
                        .displayName(titles.displayName())
                        .description(titles.description())
                        .provisioning(customerManaged ? Optional.of(Provisioning.CUSTOMER_MANAGED) : Optional.empty())
                        .build());
    }

    @Override
    public TemplateVersion createVersion(String name, NewVersion version) {
        var created = client.call(
                ApiModel.CREATE_ENVIRONMENT_TEMPLATE_VERSION,
                CreateEnvironmentTemplateVersionInput.builder()
                        .templateName(name)
                        .description(version.description())
                        .majorVersion(version.major())
                        .source(version.source())
                        .clientToken(version.clientToken())
                        .build());
        return TemplateVersion.of(EnvironmentTemplateVersionSummary.of(created.environmentTemplateVersion()));
    }

    @Override
    public Optional<TemplateVersion> version(String name, String major, String minor) {
        return client.find(
                        ApiModel.GET_ENVIRONMENT_TEMPLATE_VERSION,
                        new GetEnvironmentTemplateVersionInput(name, major, minor))
                .map(found -> EnvironmentTemplateVersionSummary.of(found.environmentTemplateVersion()))
                .map(TemplateVersion::of);
    }

    @Override
    public List<TemplateVersion> versions(String name) {
        return client
                .all(
                        ApiModel.LIST_ENVIRONMENT_TEMPLATE_VERSIONS,
                        token -> ListEnvironmentTemplateVersionsInput.builder()
                                .templateName(name)
                                .nextToken(token)
                                .build(),
                        ListEnvironmentTemplateVersionsOutput::templateVersions,
                        ListEnvironmentTemplateVersionsOutput::nextToken)
                .stream()
                .map(TemplateVersion::of)
                .toList();
    }

    @Override
    public void publish(String name, TemplateVersion version) {
        client.call(
                ApiModel.UPDATE_ENVIRONMENT_TEMPLATE_VERSION,
                UpdateEnvironmentTemplateVersionInput.builder()
                        .templateName(name)
                        .majorVersion(version.major())
                        .minorVersion(version.minor())
                        .status(TemplateVersionStatus.PUBLISHED)
                        .build());
    }

    @Override
    public void deleteVersion(String name, TemplateVersion version) {
        client.call(
                ApiModel.DELETE_ENVIRONMENT_TEMPLATE_VERSION,
                new DeleteEnvironmentTemplateVersionInput(name, version.major(), version.minor()));
    }

    @Override
    public void delete(String name) {
        client.call(ApiModel.DELETE_ENVIRONMENT_TEMPLATE, new DeleteEnvironmentTemplateInput(name));
    }
}
