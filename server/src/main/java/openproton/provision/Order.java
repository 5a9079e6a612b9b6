package openproton.provision;

import java.util.Map;
import java.util.Optional;
import openproton.base.FileTree;

/// What an engine is asked to do for one deployment. An order is complete: engines look nothing up.
///
/// @param deploymentId identifies the order: one order for each deployment
/// @param action whether to create or update the infrastructure, or to remove it
/// @param subject what is provisioned
/// @param files the rendered files
/// @param means account, Region, role, variables, and the pull request to open
public record Order(String deploymentId, Action action, Subject subject, FileTree files, Means means) {

    /// What an order does with the infrastructure.
    public enum Action {
        /// Create it, or bring it to what the files say.
        PROVISION,
        /// Remove it.
        DEPROVISION
    }

    /// What is provisioned.
    ///
    /// @param arn the ARN of the environment, instance, pipeline or component
    /// @param stackName stable for the life of the resource: starts with `AWSProton-`, at most 128 letters, digits
    /// and hyphens
    /// @param tags for everything that is provisioned, such as `proton:environment`
    /// (docs/behaviour/tags.md#managed-tags)
    public record Subject(String arn, String stackName, Map<String, String> tags) {
        public Subject {
            tags = Map.copyOf(tags);
        }
    }

    /// The account, Region and role of an order, and what a process needs.
    ///
    /// @param account the account to provision in, 12 digits
    /// @param region the Region to provision in
    /// @param role the ARN of the role to assume; empty for the server's own credentials
    /// @param environment variables for a process, credentials included; values are never logged
    /// @param pullRequest the pull request to open; empty for other engines
    public record Means(
            String account,
            String region,
            Optional<String> role,
            Map<String, String> environment,
            Optional<NewPullRequest> pullRequest) {

        public Means {
            environment = Map.copyOf(environment);
        }

        /// Leaves out the variables, because they hold credentials.
        @Override
        public String toString() {
            return "Means[%s %s %s]".formatted(account, region, role);
        }
    }

    /// The pull request to open, which people or their automation merge.
    ///
    /// @param place the branch it is to be merged into
    /// @param folder where the files belong, relative to the root or to its folder `environments`
    /// @param underEnvironments whether the folder lies in `environments` where the branch has such a folder
    /// @param title the title of the pull request and the message of its commit
    /// @param body tells a reviewer what changes; Markdown
    public record NewPullRequest(Place place, String folder, boolean underEnvironments, String title, String body) {}

    /// A branch of a linked repository.
    ///
    /// @param connectionArn names the configured connection that reaches it
    /// @param repository such as `owner/name`
    /// @param branch the branch that pull requests are merged into
    public record Place(String connectionArn, String repository, String branch) {}

    /// The ARN of the environment, instance, pipeline or component.
    public String resourceArn() {
        return subject.arn();
    }

    /// The name of its stack.
    public String stackName() {
        return subject.stackName();
    }

    /// Leaves out the means, because they hold credentials.
    @Override
    public String toString() {
        return "Order[%s %s for %s]".formatted(action, deploymentId, subject.arn());
    }
}
