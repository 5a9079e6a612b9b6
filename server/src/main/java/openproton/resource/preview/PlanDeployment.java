package openproton.resource.preview;

import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.PlanDeploymentInput;
import openproton.api.PlanDeploymentOutput;
import openproton.api.ResourceChange;
import openproton.api.ResourceChangeAction;
import openproton.api.ResourceNotFoundException;
import openproton.api.ValidationException;
import openproton.base.FileTree;
import openproton.change.ArchiveTable;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.StoredDeployment;
import openproton.change.VersionNumber;
import openproton.change.order.Orders;
import openproton.provision.Plan;
import openproton.render.RenderException;
import openproton.render.bundle.BundleArchive;
import openproton.render.difference.UnifiedDifference;
import openproton.render.terraform.TerraformFiles;
import openproton.request.Errand;
import openproton.request.Query;
import openproton.request.Rows;
import openproton.request.Scope;

/// Tells what an update would change: version, spec, rendered files and, where the engine can tell, resources.
///
/// @param updates what is tried
/// @param orders renders what it would begin, and asks the engine about that
public record PlanDeployment(Updates updates, Orders orders)
        implements Errand<PlanDeploymentInput, PlanDeploymentOutput> {

    @Override
    public Query<PlanDeploymentInput, PlanDeploymentOutput> prepare(
            Rows rows, PlanDeploymentInput input, Caller caller) {
        PlanDeploymentOutput answer = plan(rows, input, caller);
        return (_, _, _) -> answer;
    }

    private PlanDeploymentOutput plan(Rows rows, PlanDeploymentInput input, Caller caller) {
        Deployable deployable = rows.read(tx -> new DeployableTable(tx).find(input.resourceArn()))
                .filter(found -> found.target().scope().equals(Scope.of(caller)))
                .orElseThrow(() -> new ResourceNotFoundException(
                        "%s is not the ARN of an environment, service instance, pipeline or component that exists"
                                .formatted(input.resourceArn())));
        StoredDeployment planned = updates.rehearsed(rows, deployable, input, caller);
        FileTree after = rendered(rows, planned);
        var answer = PlanDeploymentOutput.builder()
                .resourceArn(deployable.arn())
                .currentVersion(number(deployable.version()))
                .plannedVersion(number(planned.request().version()))
                .specDifference(UnifiedDifference.ofTexts(
                        "spec.yaml", deployable.spec(), planned.request().spec()))
                .filesDifference(UnifiedDifference.ofFiles(lasting(before(rows, deployable)), lasting(after)));
        return withChanges(answer, orders.plan(planned, after)).build();
    }

    /// Without what differs in every deployment.
    private static FileTree lasting(FileTree files) {
        return files.without(TerraformFiles.METADATA);
    }

    private FileTree rendered(Rows rows, StoredDeployment planned) {
        try {
            return rows.read(tx -> orders.blueprints().of(tx, planned)).files();
        } catch (RenderException refusal) {
            throw new ValidationException("the deployment would fail: " + refusal.getMessage());
        }
    }

    /// What the last good deployment ran.
    private FileTree before(Rows rows, Deployable deployable) {
        if (!deployable.hasSucceeded()) {
            return FileTree.EMPTY;
        }
        return deployable
                .provisioned()
                .archive()
                .flatMap(archive -> rows.read(tx -> new ArchiveTable(tx).find(archive)))
                .map(BundleArchive::unpack)
                .orElse(FileTree.EMPTY);
    }

    private static Optional<String> number(VersionNumber version) {
        return version.equals(VersionNumber.NONE) ? Optional.empty() : Optional.of(version.toString());
    }

    private static PlanDeploymentOutput.Builder withChanges(PlanDeploymentOutput.Builder answer, Plan plan) {
        return switch (plan) {
            case Plan.Known(List<Plan.PlannedChange> changes, String text) ->
                answer.resourceChanges(
                                changes.stream().map(PlanDeployment::toApi).toList())
                        .engineText(Optional.of(text).filter(some -> !some.isEmpty()));
            case Plan.Unknown(String why) -> answer.engineMessage(why);
        };
    }

    private static ResourceChange toApi(Plan.PlannedChange change) {
        return ResourceChange.builder()
                .action(ResourceChangeAction.valueOf(change.kind().name()))
                .type(change.type())
                .name(change.name())
                .identifier(change.identifier())
                .build();
    }
}
