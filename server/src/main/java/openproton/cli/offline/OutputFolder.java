package openproton.cli.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import openproton.base.FileTree;
import openproton.cli.terminal.FileErrors;

/// A folder that rendered files are written to.
public record OutputFolder(Path path) {

    /// Writes all files; other files in the folder stay.
    ///
    /// @throws CommandFailure when a file cannot be written
    public void write(FileTree files) {
        try {
            for (var file : files.files().entrySet()) {
                Path target = path.resolve(file.getKey());
                Files.createDirectories(target.resolveSibling(""));
                Files.write(target, file.getValue().content());
                if (file.getValue().executable()) {
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        } catch (IOException failure) {
            throw FileErrors.cannot("write to", path, failure);
        }
    }
}
