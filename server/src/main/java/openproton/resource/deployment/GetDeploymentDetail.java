package openproton.resource.deployment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetDeploymentDetailInput;
import openproton.api.GetDeploymentDetailOutput;
import openproton.api.Operation;
import openproton.api.RenderedFile;
import openproton.base.FileTree;
import openproton.render.bundle.BundleArchive;
import openproton.resource.request.Scope;
import openproton.resource.template.ArchiveTable;
import openproton.store.Database;

/// What a deployment was given: the data that its templates saw, and the rendered files.
public record GetDeploymentDetail(Database database)
        implements Operation<GetDeploymentDetailInput, GetDeploymentDetailOutput> {
    private static final int TEXT_BYTES_MAX = 200 * 1024;

    @Override
    public GetDeploymentDetailOutput handle(GetDeploymentDetailInput input, Caller caller) {
        return database.read(tx -> {
            StoredDeployment deployment = FoundDeployment.of(tx, Scope.of(caller), input.id());
            Optional<byte[]> archive = deployment.traces().archive().flatMap(new ArchiveTable(tx)::find);
            return GetDeploymentDetailOutput.builder()
                    .id(deployment.id())
                    .deploymentStatus(deployment.phase().status())
                    .inputs(deployment.traces().inputs())
                    .files(archive.map(GetDeploymentDetail::files).orElse(List.of()))
                    .build();
        });
    }

    private static List<RenderedFile> files(byte[] archive) {
        FileTree tree = BundleArchive.unpack(archive);
        return tree.files().entrySet().stream()
                .map(file -> RenderedFile.builder()
                        .path(file.getKey())
                        .size(file.getValue().content().length)
                        .content(text(file.getValue().content()))
                        .build())
                .toList();
    }

    private static Optional<String> text(byte[] content) {
        if (content.length > TEXT_BYTES_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
