package openproton.cli.command.plan;

import java.util.List;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.PlanDeploymentInput;
import openproton.api.PlanDeploymentOutput;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.VersionMove;

/// The plan of an update that the server makes.
record ServerPlan(ServerClient client, PlanView view) {

    /// @param spec empty for the deployed spec
    /// @param componentFile the template file of a component; empty for the deployed file
    /// @return whether the update would change anything
    boolean show(DeployedPart deployed, VersionMove move, Optional<String> spec, Optional<String> componentFile) {
        PlanDeploymentOutput planned = client.call(
                ApiModel.PLAN_DEPLOYMENT,
                PlanDeploymentInput.builder()
                        .resourceArn(deployed.arn())
                        .deploymentType(move.type())
                        .templateMajorVersion(move.major())
                        .templateMinorVersion(move.minor())
                        .spec(spec)
                        .templateFile(componentFile)
                        .build());
        view.head(
                deployed.label(),
                planned.currentVersion().orElse(""),
                planned.plannedVersion().orElse(""));
        view.difference("spec", planned.specDifference());
        view.difference("files", planned.filesDifference());
        planned.resourceChanges().ifPresent(view::resources);
        planned.engineMessage().ifPresent(view::resourcesUnknown);
        planned.engineText().ifPresent(view::engineText);
        return !planned.currentVersion().equals(planned.plannedVersion())
                || !planned.specDifference().isEmpty()
                || !planned.filesDifference().isEmpty()
                || !planned.resourceChanges().orElse(List.of()).isEmpty();
    }
}
