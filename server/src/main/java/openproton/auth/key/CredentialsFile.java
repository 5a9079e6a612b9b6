package openproton.auth.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// An AWS shared-credentials file, which only its owner may read.
record CredentialsFile(Path path) {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /// One section of the file.
    record Profile(String name, IssuedKey key) {}

    /// Writes the whole file in one step; the previous file stays as `NAME.replaced`.
    void write(List<Profile> profiles) {
        try {
            Path absolute = path.toAbsolutePath();
            Path folder = Files.createDirectories(absolute.resolveSibling(""));
            Path draft = Files.createTempFile(folder, ".credentials", ".new", OWNER_ONLY);
            Files.writeString(
                    draft, profiles.stream().map(CredentialsFile::section).collect(Collectors.joining("\n")));
            if (Files.exists(absolute)) {
                Path aside = absolute.resolveSibling(absolute.getFileName() + ".replaced");
                Files.move(absolute, aside, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the credentials to " + path, failure);
        }
    }

    private static String section(Profile profile) {
        return """
            [%s]
            aws_access_key_id = %s
            aws_secret_access_key = %s
            """.formatted(
                        profile.name(), profile.key().key().id(), profile.key().secret());
    }
}
