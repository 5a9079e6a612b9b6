package openproton.resource.template;

/// Where template bundles come from.
@FunctionalInterface
public interface BundleSource {

    /// The bytes of an object.
    ///
    /// @throws openproton.render.BundleException when it cannot be had, saying what to do
    byte[] fetch(String bucket, String key);
}
