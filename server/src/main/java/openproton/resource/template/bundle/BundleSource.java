package openproton.resource.template.bundle;

/// Where template bundles come from.
@FunctionalInterface
public interface BundleSource {

    /// The bytes of an object.
    ///
    /// @param account that asks, 12 digits
    /// @throws openproton.render.BundleException when it cannot be had, saying what to do
    byte[] fetch(String account, String bucket, String key);
}
