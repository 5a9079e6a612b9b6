package openproton.cli.command.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.GetDeploymentDetailInput;
import openproton.api.RenderedFile;
import openproton.base.FileTree;
import openproton.cli.offline.BundleFolder;
import openproton.cli.offline.OfflineBundle;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.VersionInUse;
import openproton.render.TemplateEngine;
import openproton.render.bundle.TemplateKind;
import openproton.render.difference.UnifiedDifference;
import openproton.render.preview.DeploymentFiles;
import openproton.render.preview.Preview;
import openproton.render.spec.EnvironmentSpec;
import openproton.render.spec.ServiceSpec;

/// What the bundle in a folder would change about a deployed part, without registering the bundle.
///
/// @param name of the environment or service
record BundlePlan(ServerClient client, TemplateEngine jinja, OfflineBundle bundle, String name) {

    /// Checks the bundle as a registration would.
    static BundlePlan of(ServerClient client, TemplateEngine jinja, Path folder, TemplateKind kind, String name) {
        var files = BundleFolder.read(folder);
        var checked = OfflineBundle.check(files, Optional.of(kind), files.customerManaged(kind));
        DeploymentFiles.check(checked.bundle(), jinja);
        return new BundlePlan(client, jinja, checked, name);
    }

    /// The given spec, with the deployed values where the spec refers to them.
    ///
    /// @throws CommandFailure when the spec does not fit the bundle's schema
    String spec(Path file, String given, DeployedPart deployed) {
        bundle.check(file, given).requireNoErrors();
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

    /// Shows the differences of the spec and of the rendered files.
    ///
    /// @param shown how the heading names the folder
    /// @return whether there are any differences
    boolean show(PlanView view, String shown, DeployedPart deployed, String spec) {
        String files = filesDifference(deployed, spec);
        String specs = UnifiedDifference.ofTexts("spec.yaml", deployed.spec().orElse(""), spec);
        view.head(
                deployed.label(), deployed.version().map(VersionInUse::toString).orElse(""), shown);
        view.difference("spec", specs);
        view.difference("files", files);
        return !specs.isEmpty() || !files.isEmpty();
    }

    /// The difference between the files of the last successful deployment and those that the bundle renders.
    private String filesDifference(DeployedPart deployed, String spec) {
        var preview = new Preview(bundle.bundle(), jinja, new LiveOutputs(client, name));
        FileTree after = preview.prepare(bundle.kind(), name, spec).stream()
                .filter(prepared -> prepared.label().equals(deployed.label()))
                .findFirst()
                .map(prepared -> prepared.render(jinja).files())
                .orElse(FileTree.EMPTY);
        return difference(deployed, after);
    }

    /// The server does not send the content of long files; such a file counts as unchanged when its size is the same.
    private String difference(DeployedPart deployed, FileTree after) {
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
                before = before.with(file.path(), "(%,d bytes that the server does not show)%n".formatted(file.size()));
            }
        }
        return UnifiedDifference.ofFiles(before, now);
    }

    private List<RenderedFile> files(String deployment) {
        return client.call(ApiModel.GET_DEPLOYMENT_DETAIL, new GetDeploymentDetailInput(deployment))
                .files();
    }
}
