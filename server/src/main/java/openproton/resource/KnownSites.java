package openproton.resource;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import openproton.api.ConflictException;
import openproton.git.GitConnections;
import openproton.git.GitException;
import openproton.provision.Order;
import openproton.resource.account.SettingsTable;
import openproton.resource.deployment.Site;
import openproton.resource.deployment.Sites;
import openproton.resource.deployment.Target;
import openproton.resource.environment.EnvironmentTable;
import openproton.resource.environment.StoredEnvironment;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.repository.Repositories;
import openproton.resource.request.Scope;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;

/// Where things are provisioned: environments say it for what is in them, account settings for pipelines.
///
/// @param connections reach the repositories that changes are proposed to
/// @param customerTags whether infrastructure carries the tags that people gave a resource, too
record KnownSites(GitConnections connections, boolean customerTags) implements Sites {

    @Override
    public Site of(Transaction tx, Target target) {
        return switch (target.type()) {
            case SERVICE_PIPELINE -> ofPipeline(tx, target);
            case ENVIRONMENT, SERVICE_INSTANCE -> {
                StoredEnvironment environment = environment(tx, target);
                var roles = environment.usableRoles();
                yield inEnvironment(tx, target, environment, new Site.Roles(roles.service(), roles.codebuild()));
            }
            case COMPONENT -> {
                StoredEnvironment environment = environment(tx, target);
                var roles = environment.usableRoles();
                yield inEnvironment(tx, target, environment, new Site.Roles(roles.component(), Optional.empty()));
            }
        };
    }

    @Override
    public boolean areProposed(Transaction tx, Target target) {
        return switch (target.type()) {
            case SERVICE_PIPELINE ->
                new SettingsTable(tx).find(target.scope()).repository().isPresent();
            case ENVIRONMENT, SERVICE_INSTANCE, COMPONENT ->
                environment(tx, target).place().repository().isPresent();
        };
    }

    @Override
    public String account(Transaction tx, Target target) {
        return switch (target.type()) {
            case SERVICE_PIPELINE -> target.scope().account();
            case ENVIRONMENT, SERVICE_INSTANCE, COMPONENT ->
                environment(tx, target).account();
        };
    }

    private Site inEnvironment(Transaction tx, Target target, StoredEnvironment environment, Site.Roles roles) {
        return new Site(
                environment.account(),
                roles,
                environment.place().repository().map(branch -> place(tx, target.scope(), branch)),
                tags(new Tags(tx), target.arn()));
    }

    /// A pipeline lives in the account of its service. It has no tags of its own; it is marked like its service.
    private Site ofPipeline(Transaction tx, Target target) {
        var settings = new SettingsTable(tx).find(target.scope());
        return new Site(
                target.scope().account(),
                new Site.Roles(settings.serviceRole(), settings.codebuildRole()),
                settings.repository().map(branch -> place(tx, target.scope(), branch)),
                tags(new Tags(tx), target.scope().arn("service/" + target.service())));
    }

    private Order.Place place(Transaction tx, Scope scope, LinkedBranch branch) {
        var repository = Repositories.requireLinked(tx, scope, branch, "repository");
        try {
            connections.of(scope.account()).find(repository.connectionArn());
        } catch (GitException.NotThere gone) {
            throw new ConflictException(
                    "nothing can be proposed to repository '%s': %s".formatted(branch.name(), gone.getMessage()));
        }
        return new Order.Place(repository.connectionArn(), branch.name(), branch.branch());
    }

    private Map<String, String> tags(Tags tags, String marked) {
        Map<String, String> managed = tags.ofInfrastructure(marked);
        if (!customerTags) {
            return managed;
        }
        var all = new HashMap<String, String>();
        tags.all(marked).stream()
                .filter(tag -> !tag.key().startsWith(Tags.RESERVED))
                .forEach(tag -> all.put(tag.key(), tag.value()));
        all.putAll(managed);
        return all;
    }

    private static StoredEnvironment environment(Transaction tx, Target target) {
        return new EnvironmentTable(tx)
                .find(target.scope(), target.environment())
                .orElseThrow(() -> new IllegalStateException(target.words() + " has no environment any more"));
    }
}
