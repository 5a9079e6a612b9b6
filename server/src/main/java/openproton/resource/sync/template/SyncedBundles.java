package openproton.resource.sync.template;

import openproton.base.FileTree;
import openproton.render.BundleException;
import openproton.render.bundle.BundleArchive;
import openproton.resource.template.bundle.Buckets;
import openproton.resource.template.version.StoredVersion;
import openproton.resource.template.version.VersionKey;

/// Keeps bundles that were read from repositories, so that they are registered like any other.
///
/// @param buckets where they are kept
public record SyncedBundles(Buckets buckets) {

    /// Keeps a bundle under its template, major version and commit.
    ///
    /// @throws BundleException when it is too large
    StoredVersion.Source keep(VersionKey key, String commit, FileTree bundle) {
        String name = "sync/%s-%s/v%d/%s.tar.gz"
                .formatted(key.template().typeWord(), key.template().name(), key.major(), commit);
        keep(key.template().scope().account(), name, new Buckets.Part(commit, 0, BundleArchive.pack(bundle), true));
        return new StoredVersion.Source(Buckets.OWN, name);
    }

    private void keep(String account, String name, Buckets.Part whole) {
        try {
            buckets.put(account, Buckets.OWN, name, whole);
        } catch (BundleException _) {
            throw new BundleException(
                    "the bundle is too large: %,d bytes when it is packed; move what the templates do not need elsewhere"
                            .formatted(whole.content().length));
        }
    }
}
