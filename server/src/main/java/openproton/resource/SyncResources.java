package openproton.resource;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import openproton.api.Operation;
import openproton.api.SyncType;
import openproton.resource.instance.CreateServiceInstance;
import openproton.resource.instance.UpdateServiceInstance;
import openproton.resource.pipeline.UpdateServicePipeline;
import openproton.resource.service.CreateService;
import openproton.resource.service.ServiceWatch;
import openproton.resource.sync.CreateServiceFromRepository;
import openproton.resource.sync.FollowWorkflow;
import openproton.resource.sync.InstanceSync;
import openproton.resource.sync.LinkedRepositories;
import openproton.resource.sync.Pushes;
import openproton.resource.sync.ServiceFollowing;
import openproton.resource.sync.ServiceSync;
import openproton.resource.sync.SyncOperations;
import openproton.resource.sync.SyncRole;
import openproton.resource.sync.SyncWatch;
import openproton.resource.sync.SyncedBundles;
import openproton.resource.sync.Syncs;
import openproton.resource.sync.TemplateFollowing;
import openproton.resource.sync.TemplateSync;
import openproton.work.Workflow;

/// Wires what follows git.
///
/// @param shared what it shares with the other folders of this room
record SyncResources(Tools tools, Resources shared) {

    List<Operation<?, ?>> operations() {
        var services = new CreateServiceFromRepository(
                syncs(), new CreateService(shared.services(), shared.quotas()), repositories());
        return new SyncOperations(syncs(), shared.templates(), services, clock()).all();
    }

    /// Told of what callers do to services.
    ServiceWatch watch() {
        return new SyncWatch(clock(), tools.time().ids());
    }

    /// What pushes wake.
    Pushes pushes() {
        return new Pushes(syncs());
    }

    List<Workflow> workflows() {
        var jobs = tools.keeping().jobs();
        var bundles = new SyncedBundles(shared.buckets());
        return List.of(
                new FollowWorkflow(
                                shared.database(),
                                tools.connections(),
                                Map.of(
                                        SyncType.TEMPLATE_SYNC, new TemplateFollowing(jobs),
                                        SyncType.SERVICE_SYNC, new ServiceFollowing(jobs)),
                                clock())
                        .steps(),
                new TemplateSync(shared.database(), tools.connections(), shared.versions(), bundles, clock()).steps(),
                new ServiceSync(shared.database(), instances(), clock()).steps());
    }

    private InstanceSync instances() {
        var services = shared.services();
        var role = new SyncRole(
                new CreateServiceInstance(services, shared.quotas(), watch()),
                new UpdateServiceInstance(services, watch()),
                new UpdateServicePipeline(services));
        return new InstanceSync(shared.database(), repositories(), role, clock());
    }

    private Syncs syncs() {
        return new Syncs(
                shared.database(), shared.idempotency(), tools.keeping().jobs());
    }

    private LinkedRepositories repositories() {
        return new LinkedRepositories(shared.database(), tools.connections());
    }

    private InstantSource clock() {
        return tools.time().clock();
    }
}
