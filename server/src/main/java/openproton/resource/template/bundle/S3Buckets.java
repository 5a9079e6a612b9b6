package openproton.resource.template.bundle;

import openproton.provision.aws.AwsRefusal;
import openproton.provision.aws.S3Objects;
import openproton.render.BundleException;

/// Buckets of S3. The bucket that bundles are brought to stays a folder of this server: in S3 it would have to be made
/// first, under a name that nobody else in the world has.
///
/// @param objects reads S3
/// @param local keeps what is brought
/// @param bytesMax the largest object that is read
public record S3Buckets(S3Objects objects, BucketFolder local, long bytesMax) implements Buckets {

    @Override
    public byte[] fetch(String account, String bucket, String key) {
        if (bucket.equals(OWN)) {
            return local.fetch(account, bucket, key);
        }
        try {
            return objects.fetch(bucket, key, bytesMax);
        } catch (AwsRefusal refusal) {
            throw new BundleException(String.valueOf(refusal.getMessage()));
        }
    }

    @Override
    public long put(String account, String bucket, String key, Part part) {
        if (!bucket.equals(OWN)) {
            throw new BundleException(
                    "bucket '%s' is one of S3: put the bundle there with S3's own tools, or bring it to bucket '%s'"
                            .formatted(bucket, OWN));
        }
        return local.put(account, bucket, key, part);
    }
}
