package openproton.resource.deployment;

import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetDeploymentDetailInput;
import openproton.api.GetDeploymentDetailOutput;
import openproton.change.ArchiveTable;
import openproton.change.FoundDeployment;
import openproton.change.StoredDeployment;
import openproton.render.bundle.BundleArchive;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// What a deployment was given: the data that its templates saw, and the rendered files.
public record GetDeploymentDetail() implements Query<GetDeploymentDetailInput, GetDeploymentDetailOutput> {

    @Override
    public GetDeploymentDetailOutput handle(Transaction tx, GetDeploymentDetailInput input, Caller caller) {
        StoredDeployment deployment = FoundDeployment.of(tx, Scope.of(caller), input.id());
        Optional<byte[]> archive = deployment.traces().rendered().archive().flatMap(new ArchiveTable(tx)::find);
        return GetDeploymentDetailOutput.builder()
                .id(deployment.id())
                .deploymentStatus(deployment.phase().status())
                .inputs(deployment.traces().rendered().inputs())
                .files(archive.map(BundleArchive::unpack).map(RenderedFiles::of).orElse(List.of()))
                .build();
    }
}
