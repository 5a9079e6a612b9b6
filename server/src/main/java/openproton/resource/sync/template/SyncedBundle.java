package openproton.resource.sync.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import openproton.api.TemplateType;
import openproton.base.FileTree;
import openproton.render.bundle.TemplateBundle;
import openproton.resource.template.version.StoredVersion;

/// What a major version's directory holds of a bundle.
///
/// @param files the bundle alone: READMEs, specs and pictures beside it do not count
/// @param relations what the registration file says
/// @param content changes exactly when the bundle or the registration file does
record SyncedBundle(FileTree files, StoredVersion.Relations relations, String content) {
    private static final List<String> FOLDERS = List.of(
            "schema/",
            TemplateBundle.INFRASTRUCTURE + "/",
            TemplateBundle.INSTANCE_INFRASTRUCTURE + "/",
            TemplateBundle.PIPELINE_INFRASTRUCTURE + "/");

    /// @throws openproton.render.BundleException when a service template has no good registration file
    static SyncedBundle of(TemplateType type, FileTree directory) {
        StoredVersion.Relations relations = switch (type) {
            case ENVIRONMENT -> StoredVersion.Relations.NONE;
            case SERVICE -> TemplateRegistration.read(directory);
        };
        var files = new TreeMap<>(directory.files());
        files.keySet().removeIf(path -> FOLDERS.stream().noneMatch(path::startsWith));
        var bundle = new FileTree(files);
        return new SyncedBundle(bundle, relations, hash(bundle, relations));
    }

    private static String hash(FileTree bundle, StoredVersion.Relations relations) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(relations.toString().getBytes(StandardCharsets.UTF_8));
            bundle.files().forEach((path, file) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) (file.executable() ? 1 : 0));
                digest.update(Long.toString(file.content().length).getBytes(StandardCharsets.UTF_8));
                digest.update(file.content());
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
