package openproton.change.order;

import openproton.api.DeploymentTargetResourceType;
import openproton.base.FileTree;
import openproton.change.ArchiveTable;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.StoredDeployment;
import openproton.change.Target;
import openproton.provision.Order;
import openproton.render.bundle.BundleArchive;
import openproton.render.difference.UnifiedDifference;
import openproton.render.terraform.TerraformFiles;
import openproton.store.Transaction;

/// How deployments are proposed as pull requests: where their files belong, and what tells a reviewer what changes
/// (docs/behaviour/provisioning.md#pull-requests).
final class Proposals {
    private static final int DIFFERENCE_CHARACTERS_MAX = 20_000;

    private Proposals() {}

    /// The proposal of a deployment.
    ///
    /// @param files what the resource's folder shall hold
    static Order.NewPullRequest of(Transaction tx, StoredDeployment deployment, Order.Place place, FileTree files) {
        Target target = deployment.target();
        boolean pipeline = target.type() == DeploymentTargetResourceType.SERVICE_PIPELINE;
        return new Order.NewPullRequest(
                place, folder(target), !pipeline, title(target), body(deployment, before(tx, target), files));
    }

    private static String folder(Target target) {
        return switch (target.type()) {
            case ENVIRONMENT -> target.name();
            case SERVICE_INSTANCE -> target.environment() + "/" + target.service() + "-" + target.name();
            case SERVICE_PIPELINE -> target.service() + "/pipeline";
            case COMPONENT -> target.environment() + "/components/" + target.name();
        };
    }

    private static String title(Target target) {
        String arn = target.arn();
        return "Update requested for Proton - " + arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static String body(StoredDeployment deployment, FileTree before, FileTree files) {
        String what = switch (deployment.request().action()) {
            case PROVISION -> "Merging this brings %s to what the files say.";
            case DEPROVISION ->
                "Merging this **removes** %s: the files stay and are marked, so that your automation can destroy what"
                        + " they made.";
        };
        var version = deployment.request().version();
        return """
            %s

            | | |
            | --- | --- |
            | resource | `%s` |
            | template | `%s` |
            | deployment | `%s` |

            %s
            """.formatted(
                        what.formatted(deployment.target().words()),
                        deployment.target().arn(),
                        version.template().isEmpty() ? "directly defined" : version.toString(),
                        deployment.id(),
                        fenced(cut(UnifiedDifference.ofFiles(
                                before.without(TerraformFiles.METADATA), files.without(TerraformFiles.METADATA)))));
    }

    /// A difference as a block of Markdown; what it holds cannot end the block.
    static String fenced(String difference) {
        String fence = "```";
        while (difference.contains(fence)) {
            fence += "`";
        }
        return "%sdiff\n%s\n%s".formatted(fence, difference, fence);
    }

    private static String cut(String difference) {
        if (difference.isEmpty()) {
            return "No file changes but the deployment's own.";
        }
        return difference.length() <= DIFFERENCE_CHARACTERS_MAX
                ? difference.stripTrailing()
                : difference.substring(0, DIFFERENCE_CHARACTERS_MAX) + "\n… the rest is left out here.";
    }

    /// What the last good deployment proposed.
    private static FileTree before(Transaction tx, Target target) {
        return new DeployableTable(tx)
                .find(target.arn())
                .filter(Deployable::hasSucceeded)
                .flatMap(found -> found.provisioned().archive())
                .flatMap(new ArchiveTable(tx)::find)
                .map(BundleArchive::unpack)
                .orElse(FileTree.EMPTY);
    }
}
