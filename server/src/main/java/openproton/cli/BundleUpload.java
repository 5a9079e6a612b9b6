package openproton.cli;

import java.util.Arrays;
import java.util.Base64;
import openproton.api.ApiModel;
import openproton.api.UploadBundleInput;

/// Brings a bundle to the server, part by part.
///
/// @param uploadId the same for all parts
record BundleUpload(ApiClient client, String uploadId) {
    /// The bucket that bundles go to.
    static final String BUCKET = "openproton-bundles";

    private static final int PART_BYTES = 384 * 1024;

    void send(String key, byte[] archive) {
        int position = 0;
        do {
            int end = Math.min(archive.length, position + PART_BYTES);
            byte[] part = Arrays.copyOfRange(archive, position, end);
            client.call(
                    ApiModel.UPLOAD_BUNDLE,
                    UploadBundleInput.builder()
                            .bucket(BUCKET)
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
