package openproton.resource.deployment;

import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetDeploymentDetailInput;
import openproton.api.GetDeploymentDetailOutput;
import openproton.api.Operation;
import openproton.render.bundle.BundleArchive;
import openproton.resource.request.Scope;
import openproton.resource.template.ArchiveTable;
import openproton.store.Database;

/// What a deployment was given: the data that its templates saw, and the rendered files.
public record GetDeploymentDetail(Database database)
        implements Operation<GetDeploymentDetailInput, GetDeploymentDetailOutput> {

    @Override
    public GetDeploymentDetailOutput handle(GetDeploymentDetailInput input, Caller caller) {
        return database.read(tx -> {
            StoredDeployment deployment = FoundDeployment.of(tx, Scope.of(caller), input.id());
            Optional<byte[]> archive = deployment.traces().rendered().archive().flatMap(new ArchiveTable(tx)::find);
            return GetDeploymentDetailOutput.builder()
                    .id(deployment.id())
                    .deploymentStatus(deployment.phase().status())
                    .inputs(deployment.traces().rendered().inputs())
                    .files(archive.map(BundleArchive::unpack)
                            .map(RenderedFiles::of)
                            .orElse(List.of()))
                    .build();
        });
    }
}
