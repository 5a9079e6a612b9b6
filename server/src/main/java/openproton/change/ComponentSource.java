package openproton.change;

import java.time.Instant;
import java.util.Optional;
import openproton.api.ComponentState;
import openproton.api.DeploymentState;
import openproton.base.FileTree;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateDirectory;
import openproton.store.Transaction;

/// What the deployment of a component renders: the one file its request gave, under the name its manifest says.
public final class ComponentSource {
    private static final String FOLDER = "component";

    private ComponentSource() {}

    /// The manifest of a component that exists; it never changes.
    public static Manifest manifest(Transaction tx, Target component) {
        return manifest(new ComponentTable(tx)
                .find(component.scope(), component.name())
                .orElseThrow()
                .source()
                .manifest());
    }

    /// @throws openproton.render.BundleException when it is not a manifest that a component may have
    static Manifest manifest(String text) {
        return Manifest.readForComponent(text);
    }

    public static TemplateDirectory directory(Transaction tx, StoredDeployment deployment) {
        Manifest manifest = manifest(tx, deployment.target());
        String text = state(deployment).templateFile().orElseThrow();
        return new TemplateDirectory(FOLDER, manifest, FileTree.EMPTY.with(file(manifest), text));
    }

    /// What a deployment of a component wants.
    public static ComponentState state(StoredDeployment deployment) {
        return switch (DeploymentStates.read(deployment.request().targetState().orElseThrow())) {
            case DeploymentState.OfComponent(var state) -> state;
            case DeploymentState.OfEnvironment _,
                    DeploymentState.OfServiceInstance _,
                    DeploymentState.OfServicePipeline _ ->
                throw new IllegalStateException("deployment %s is not one of a component".formatted(deployment.id()));
        };
    }

    /// Gives a component the file that an earlier deployment had, and its spec where both are of the same instance.
    static void restore(Transaction tx, StoredDeployment earlier, Instant now) {
        StoredComponent component = new ComponentTable(tx)
                .find(earlier.target().scope(), earlier.target().name())
                .orElseThrow();
        ComponentState state = state(earlier);
        boolean sameInstance = component
                .attachment()
                .filter(attachment -> state.serviceName().equals(Optional.of(attachment.service())))
                .filter(attachment -> state.serviceInstanceName().equals(Optional.of(attachment.instance())))
                .isPresent();
        var source = component.source();
        new ComponentTable(tx)
                .change(
                        component.deployable().arn(),
                        new StoredComponent.Own(
                                component.own().description(),
                                component.attachment(),
                                new StoredComponent.Source(
                                        state.templateFile().orElseThrow(),
                                        source.manifest(),
                                        sameInstance ? state.serviceSpec() : source.serviceSpec()),
                                now));
    }

    private static String file(Manifest manifest) {
        return switch (manifest) {
            case Manifest.CloudFormation(String file) -> file;
            case Manifest.Terraform(String file) -> file;
            case Manifest.CodeBuild _ -> throw new IllegalStateException("a component runs no commands");
        };
    }
}
