package openproton.cli.command.template;

import java.util.Arrays;
import java.util.Base64;
import openproton.api.ApiModel;
import openproton.api.UploadBundleInput;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.TemplateCalls;

/// Uploads a bundle to the server in parts.
///
/// @param uploadId the same for all parts
record BundleUpload(ServerClient client, String uploadId) {
    private static final int PART_BYTES = 384 * 1024;

    void send(String key, byte[] archive) {
        int position = 0;
        do {
            int end = Math.min(archive.length, position + PART_BYTES);
            byte[] part = Arrays.copyOfRange(archive, position, end);
            client.call(
                    ApiModel.UPLOAD_BUNDLE,
                    UploadBundleInput.builder()
                            .bucket(TemplateCalls.BUCKET)
                            .key(key)
                            .uploadId(uploadId)
                            .position(position)
                            .content(Base64.getEncoder().encodeToString(part))
                            .complete(end == archive.length)
                            .build());
            position = end;
        } while (position < archive.length);
    }
}
