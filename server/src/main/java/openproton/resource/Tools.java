package openproton.resource;

import java.time.InstantSource;
import java.util.Map;
import openproton.base.Ids;
import openproton.git.GitConnections;
import openproton.provision.DeploymentLog;
import openproton.provision.Engine;
import openproton.provision.EngineKind;
import openproton.render.TemplateEngine;
import openproton.resource.deployment.BuildAccess;
import openproton.resource.request.PageTokens;
import openproton.resource.request.Quotas;
import openproton.resource.template.Buckets;
import openproton.store.Database;
import openproton.work.Jobs;

/// What the house gives the resources to work with.
///
/// @param keeping where rows and jobs are kept
/// @param time the clock and the source of ids
/// @param provisioning the engines, what templates are evaluated by, and what commands may use
/// @param sources where bundles and repositories come from
/// @param pageTokens makes page tokens
/// @param quotas how many there may be of what
public record Tools(
        Keeping keeping, Time time, Provisioning provisioning, Sources sources, PageTokens pageTokens, Quotas quotas) {

    /// The same with another database, such as one that rehearses.
    Tools on(Database other) {
        return new Tools(new Keeping(other, keeping.jobs()), time, provisioning, sources, pageTokens, quotas);
    }

    /// Where rows and jobs are kept.
    public record Keeping(Database database, Jobs jobs) {}

    /// Where bundles and repositories come from.
    public record Sources(Buckets bundles, GitConnections connections) {}

    Buckets bundles() {
        return sources.bundles();
    }

    GitConnections connections() {
        return sources.connections();
    }

    /// The clock and the source of ids.
    public record Time(InstantSource clock, Ids ids) {}

    /// How infrastructure comes about.
    ///
    /// @param customerTags whether infrastructure carries the tags that people gave a resource, too
    public record Provisioning(
            Map<EngineKind, Engine> engines,
            TemplateEngine jinja,
            BuildAccess access,
            DeploymentLog logs,
            boolean customerTags) {}
}
