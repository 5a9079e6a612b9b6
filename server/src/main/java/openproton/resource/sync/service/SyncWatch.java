package openproton.resource.sync.service;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import openproton.api.Caller;
import openproton.base.Ids;
import openproton.resource.service.ServiceWatch;
import openproton.resource.service.StoredService;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.SyncConfigTable;
import openproton.resource.sync.follow.Syncs;
import openproton.store.Transaction;

/// Blocks what people change by hand, so that no sync undoes it before they say so (docs/behaviour/sync.md#blockers).
public record SyncWatch(InstantSource clock, Ids ids) implements ServiceWatch {

    @Override
    public void changed(Transaction tx, Caller caller, ServiceChange change) {
        var service = SyncConfig.SyncedResource.service(
                change.service().scope(), change.service().name());
        boolean byHand = !caller.equals(SyncRole.caller(change.service().scope()));
        if (byHand && Syncs.find(tx, service).isPresent()) {
            new SyncBlockerTable(tx).insert(blocker(service, caller, change, clock.instant()));
        }
    }

    private StoredBlocker blocker(SyncConfig.SyncedResource service, Caller caller, ServiceChange change, Instant now) {
        String subject = change.instance().map("instance '%s': "::formatted).orElse("");
        var contexts = new LinkedHashMap<String, String>();
        contexts.put("operation", change.operation());
        contexts.put("principalArn", caller.principal());
        change.deploymentId().ifPresent(id -> contexts.put("deploymentId", id));
        return new StoredBlocker(
                ids.next(),
                service,
                change.instance(),
                "%s%s by %s with %s".formatted(subject, change.words(), caller.principal(), change.operation()),
                contexts,
                new StoredBlocker.Times(now, Optional.empty(), Optional.empty()));
    }

    @Override
    public void gone(Transaction tx, StoredService.Name service) {
        var follower = SyncConfig.SyncedResource.service(service.scope(), service.name());
        new SyncConfigTable(tx).delete(follower);
        Syncs.forgetInstances(tx, follower);
        new SyncBlockerTable(tx).delete(follower);
    }
}
