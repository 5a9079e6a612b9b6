package openproton.resource.preview;

import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.Operation;
import openproton.api.PlanDeploymentInput;
import openproton.api.PlanDeploymentOutput;
import openproton.api.ResourceChange;
import openproton.api.ResourceChangeAction;
import openproton.api.ResourceNotFoundException;
import openproton.api.ValidationException;
import openproton.base.FileTree;
import openproton.provision.Plan;
import openproton.render.RenderException;
import openproton.render.bundle.BundleArchive;
import openproton.render.difference.UnifiedDifference;
import openproton.render.terraform.TerraformFiles;
import openproton.resource.deployment.Deployable;
import openproton.resource.deployment.DeployableTable;
import openproton.resource.deployment.Orders;
import openproton.resource.deployment.StoredDeployment;
import openproton.resource.request.Scope;
import openproton.resource.template.ArchiveTable;
import openproton.resource.template.VersionNumber;
import openproton.store.Database;

/// Tells what an update would change: version, spec, rendered files and, where the engine can tell, resources.
///
/// @param rehearsals finds out what the update would begin
/// @param orders renders it, and asks the engine about it
public record PlanDeployment(Database database, Rehearsals rehearsals, Orders orders)
        implements Operation<PlanDeploymentInput, PlanDeploymentOutput> {

    @Override
    public PlanDeploymentOutput handle(PlanDeploymentInput input, Caller caller) {
        Deployable deployable = database.read(tx -> new DeployableTable(tx).find(input.resourceArn()))
                .filter(found -> found.target().scope().equals(Scope.of(caller)))
                .orElseThrow(() -> new ResourceNotFoundException(
                        "%s is not the ARN of an environment, service instance, pipeline or component that exists"
                                .formatted(input.resourceArn())));
        StoredDeployment planned = rehearsals.of(deployable, input, caller);
        FileTree after = rendered(planned);
        var answer = PlanDeploymentOutput.builder()
                .resourceArn(deployable.arn())
                .currentVersion(number(deployable.version()))
                .plannedVersion(number(planned.plan().version()))
                .specDifference(UnifiedDifference.ofTexts(
                        "spec.yaml", deployable.spec(), planned.plan().spec()))
                .filesDifference(UnifiedDifference.ofFiles(lasting(before(deployable)), lasting(after)));
        return withChanges(answer, orders.plan(planned, after)).build();
    }

    /// Without what differs in every deployment.
    private static FileTree lasting(FileTree files) {
        return files.without(TerraformFiles.METADATA);
    }

    private FileTree rendered(StoredDeployment planned) {
        try {
            return database.read(tx -> orders.blueprints().of(tx, planned)).files();
        } catch (RenderException refusal) {
            throw new ValidationException("the deployment would fail: " + refusal.getMessage());
        }
    }

    /// What the last good deployment ran.
    private FileTree before(Deployable deployable) {
        if (!deployable.hasSucceeded()) {
            return FileTree.EMPTY;
        }
        return deployable
                .provisioned()
                .archive()
                .flatMap(archive -> database.read(tx -> new ArchiveTable(tx).find(archive)))
                .map(BundleArchive::unpack)
                .orElse(FileTree.EMPTY);
    }

    private static Optional<String> number(VersionNumber version) {
        return version.equals(VersionNumber.NONE) ? Optional.empty() : Optional.of(version.toString());
    }

    private static PlanDeploymentOutput.Builder withChanges(PlanDeploymentOutput.Builder answer, Plan plan) {
        return switch (plan) {
            case Plan.Known(List<Plan.ResourceChange> changes, String text) ->
                answer.resourceChanges(
                                changes.stream().map(PlanDeployment::toApi).toList())
                        .engineText(Optional.of(text).filter(some -> !some.isEmpty()));
            case Plan.Unknown(String why) -> answer.engineMessage(why);
        };
    }

    private static ResourceChange toApi(Plan.ResourceChange change) {
        return ResourceChange.builder()
                .action(ResourceChangeAction.valueOf(change.kind().name()))
                .type(change.type())
                .name(change.name())
                .identifier(change.identifier())
                .build();
    }
}
