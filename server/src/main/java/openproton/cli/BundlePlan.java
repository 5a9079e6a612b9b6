package openproton.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.GetDeploymentDetailInput;
import openproton.api.RenderedFile;
import openproton.base.FileTree;
import openproton.render.TemplateEngine;
import openproton.render.bundle.TemplateKind;
import openproton.render.difference.UnifiedDifference;
import openproton.render.preview.DeploymentFiles;
import openproton.render.preview.Preview;
import openproton.render.spec.EnvironmentSpec;
import openproton.render.spec.ServiceSpec;

/// What a bundle folder would change about something that is deployed, without registering it.
///
/// @param name of the environment or service
record BundlePlan(ApiClient client, TemplateEngine jinja, OfflineBundle bundle, String name) {

    /// Checks a folder as a registration would.
    static BundlePlan of(ApiClient client, TemplateEngine jinja, Path folder, TemplateKind kind, String name) {
        var files = BundleFolder.read(folder);
        var checked = OfflineBundle.check(files, Optional.of(kind), files.customerManaged(kind));
        DeploymentFiles.check(checked.bundle(), jinja);
        return new BundlePlan(client, jinja, checked, name);
    }

    /// A spec with the values that are deployed where it asks for them.
    ///
    /// @throws CommandFailure when it does not fit the folder's schema
    String spec(Path file, String given, Deployed deployed) {
        var findings = bundle.problems(file, given);
        if (!findings.errors().isEmpty()) {
            throw new CommandFailure(ExitCode.FAILED, String.join(System.lineSeparator(), findings.errors()));
        }
        String stored = deployed.spec().orElse(given);
        return switch (bundle.kind()) {
            case ENVIRONMENT -> {
                var spec = EnvironmentSpec.parse(given);
                yield spec.usesCurrentValues()
                        ? spec.withCurrentValues(EnvironmentSpec.parse(stored)).toYaml()
                        : given;
            }
            case SERVICE -> {
                var spec = ServiceSpec.parse(given);
                yield spec.usesCurrentValues()
                        ? spec.withCurrentValues(ServiceSpec.parse(stored)).toYaml()
                        : given;
            }
        };
    }

    /// How the files would differ from those of the last good deployment.
    ///
    /// @param spec the spec to render with
    String filesDifference(Deployed deployed, String spec) {
        var prepared =
                new Preview(bundle.bundle(), jinja, new LiveOutputs(client, name)).prepare(bundle.kind(), name, spec);
        FileTree after = prepared.stream()
                .filter(one -> one.label().equals(deployed.label()))
                .findFirst()
                .map(one -> one.render(jinja).files())
                .orElse(FileTree.EMPTY);
        return difference(deployed, after);
    }

    private String difference(Deployed deployed, FileTree after) {
        FileTree before = FileTree.EMPTY;
        FileTree now = after;
        for (RenderedFile file : deployed.lastGood().map(this::files).orElse(List.of())) {
            if (file.content().isPresent()) {
                before = before.with(file.path(), file.content().get());
            } else if (now.find(file.path())
                    .filter(same -> same.content().length == file.size())
                    .isPresent()) {
                now = now.without(file.path());
            } else {
                before = before.with(file.path(), "(%,d bytes that a server does not show)%n".formatted(file.size()));
            }
        }
        return UnifiedDifference.ofFiles(before, now);
    }

    private List<RenderedFile> files(String deployment) {
        return client.call(ApiModel.GET_DEPLOYMENT_DETAIL, new GetDeploymentDetailInput(deployment))
                .files();
    }
}
