package openproton.resource.template.bundle;

import java.util.Base64;
import openproton.api.Caller;
import openproton.api.UploadBundleInput;
import openproton.api.UploadBundleOutput;
import openproton.api.ValidationException;
import openproton.render.BundleException;
import openproton.request.Change;
import openproton.request.Errand;
import openproton.request.Rows;

/// Puts a part of a bundle into a bucket; the last part makes the object appear as a whole.
public record UploadBundle(Buckets buckets) implements Errand<UploadBundleInput, UploadBundleOutput> {

    @Override
    public Change<UploadBundleInput, UploadBundleOutput> prepare(Rows rows, UploadBundleInput input, Caller caller) {
        UploadBundleOutput answer = put(input, caller);
        return (_, _, _) -> answer;
    }

    private UploadBundleOutput put(UploadBundleInput input, Caller caller) {
        try {
            byte[] content = Base64.getDecoder().decode(input.content());
            var part = new Buckets.Part(input.uploadId(), input.position(), content, input.complete());
            return new UploadBundleOutput((int) buckets.put(caller.account(), input.bucket(), input.key(), part));
        } catch (BundleException refusal) {
            throw new ValidationException(refusal.getMessage());
        } catch (IllegalArgumentException broken) {
            throw new ValidationException("content is not base64");
        }
    }
}
