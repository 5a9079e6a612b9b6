package openproton.resource;

import java.util.HashMap;
import java.util.Map;
import openproton.resource.account.SettingsTable;
import openproton.resource.deployment.Site;
import openproton.resource.deployment.Sites;
import openproton.resource.deployment.Target;
import openproton.resource.environment.EnvironmentTable;
import openproton.resource.environment.StoredEnvironment;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;

/// Where things are provisioned: environments say it for what is in them, account settings for pipelines.
///
/// @param customerTags whether infrastructure carries the tags that people gave a resource, too
record KnownSites(boolean customerTags) implements Sites {

    @Override
    public Site of(Transaction tx, Target target) {
        return switch (target.type()) {
            case SERVICE_PIPELINE -> ofPipeline(tx, target);
            case ENVIRONMENT, SERVICE_INSTANCE -> {
                var roles = environment(tx, target).roles();
                yield site(tx, target, target.arn(), new Site.Roles(roles.service(), roles.codebuild()));
            }
            case COMPONENT -> {
                var roles = environment(tx, target).roles();
                yield site(tx, target, target.arn(), new Site.Roles(roles.component(), roles.codebuild()));
            }
        };
    }

    /// A pipeline has no tags of its own; it is marked like its service.
    private Site ofPipeline(Transaction tx, Target target) {
        var settings = new SettingsTable(tx).find(target.scope());
        var roles = new Site.Roles(settings.serviceRole(), settings.codebuildRole());
        return site(tx, target, target.scope().arn("service/" + target.service()), roles);
    }

    private Site site(Transaction tx, Target target, String marked, Site.Roles roles) {
        return new Site(target.scope().account(), roles, tags(new Tags(tx), marked));
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
