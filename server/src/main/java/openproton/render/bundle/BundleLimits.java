package openproton.render.bundle;

/// How large a bundle may be; a server's administrator may choose other numbers than the defaults.
///
/// @param archiveBytesMax the compressed archive
/// @param unpackedBytesMax all that the archive unpacks to
/// @param entriesMax files, folders and links in the archive
/// @param fileBytesMax any one file
/// @param templateFileBytesMax one file that a CloudFormation or Terraform manifest names
/// @param templateFilesMax files that one CloudFormation or Terraform manifest names
public record BundleLimits(
        long archiveBytesMax,
        long unpackedBytesMax,
        int entriesMax,
        int fileBytesMax,
        int templateFileBytesMax,
        int templateFilesMax) {

    private static final int KILOBYTE = 1024;
    private static final int MEGABYTE = 1024 * KILOBYTE;

    /// Proton's own limit for `manifest.yaml`, not adjustable.
    public static final int MANIFEST_BYTES_MAX = 50 * KILOBYTE;

    /// Proton's own limit for `schema.yaml`, which the API's TemplateSchema shares.
    public static final int SCHEMA_BYTES_MAX = 50 * KILOBYTE;

    /// The default limits of a server.
    public static final BundleLimits STANDARD =
            new BundleLimits(50L * MEGABYTE, 64L * MEGABYTE, 5_000, 32 * MEGABYTE, 200 * KILOBYTE, 100);
}
