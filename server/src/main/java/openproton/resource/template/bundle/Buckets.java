package openproton.resource.template.bundle;

/// Where template bundles come from, and where people without another way can bring them.
public interface Buckets extends BundleSource {
    /// The bucket that bundles are brought to: another one for each account. All others are shared, and only read.
    String OWN = "openproton-bundles";

    /// Adds a part to an object of the bucket [#OWN] of an account; it appears as a whole with its last part.
    ///
    /// @param account that brings it, 12 digits
    /// @return how many bytes are there now
    /// @throws BundleException when the part cannot be taken
    long put(String account, String bucket, String key, Part part);

    /// A part of an object.
    ///
    /// @param upload names the upload, so that two never mix
    /// @param position where the part begins; must be where the part before it ended
    /// @param content its bytes
    /// @param last whether the object is whole with it
    @SuppressWarnings("ArrayRecordComponent")
    record Part(String upload, long position, byte[] content, boolean last) {}
}
