package openproton.resource.template;

import openproton.provision.aws.AwsRefusal;
import openproton.provision.aws.S3Objects;
import openproton.render.BundleException;

/// Buckets of S3. The bucket that the command line brings bundles to stays a folder of this server: in S3 it would have
/// to be made first, under a name that nobody else in the world has.
///
/// @param objects reads S3
/// @param local keeps what is brought
/// @param bytesMax the largest object that is read
public record S3Buckets(S3Objects objects, BucketFolder local, long bytesMax) implements Buckets {
    /// The bucket that stays a folder.
    public static final String LOCAL = "openproton-bundles";

    @Override
    public byte[] fetch(String bucket, String key) {
        if (bucket.equals(LOCAL)) {
            return local.fetch(bucket, key);
        }
        try {
            return objects.fetch(bucket, key, bytesMax);
        } catch (AwsRefusal refusal) {
            throw new BundleException(String.valueOf(refusal.getMessage()));
        }
    }

    @Override
    public long put(String bucket, String key, Part part) {
        if (!bucket.equals(LOCAL)) {
            throw new BundleException(
                    "bucket '%s' is one of S3: put the bundle there with S3's own tools, or bring it to bucket '%s'"
                            .formatted(bucket, LOCAL));
        }
        return local.put(bucket, key, part);
    }
}
