package openproton.cli.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import openproton.cli.terminal.FileErrors;

/// The files of a quickstart on disk.
///
/// @param data the server's data folder
record QuickstartFiles(Path data) {
    private static final String MARK = "made-by-quickstart";

    /// The folder of the sample web pages.
    Path sites() {
        return data.resolve("quickstart");
    }

    /// The working folder of the simulated automation.
    Path automation() {
        return sites().resolve("automation");
    }

    /// The repository of the self-managed quickstart.
    Path repository() {
        return repositories().resolve(ReviewedEnvironment.REPOSITORY);
    }

    /// The folder that contains the repository.
    Path repositories() {
        return data.resolve("git");
    }

    /// Creates the data folder and marks it as made by a quickstart, unless the folder exists.
    void create() {
        try {
            if (!Files.exists(data)) {
                Files.createDirectories(data);
                Files.writeString(data.resolve(MARK), "bin/openproton quickstart --clean-up removes this folder.\n");
            }
        } catch (IOException failure) {
            throw FileErrors.cannot("create", data, failure);
        }
    }

    /// Removes the web pages, or the whole data folder when a quickstart created it.
    ///
    /// @param isAlone whether the server has no other resources than those of the quickstart
    /// @return what was removed, for the user
    String remove(boolean isAlone) {
        boolean whole = isAlone && Files.exists(data.resolve(MARK));
        remove(whole ? data : sites());
        return whole
                ? "Removed everything that the quickstart created, including %s".formatted(data)
                : "Removed everything that the quickstart created; other data of the server is still in %s"
                        .formatted(data);
    }

    /// Removes the repository of the self-managed quickstart.
    void removeRepository() {
        remove(repository());
    }

    private static void remove(Path folder) {
        try {
            if (Files.exists(folder)) {
                removeTree(folder);
            }
        } catch (IOException failure) {
            throw FileErrors.cannot("remove", folder, failure);
        }
    }

    private static void removeTree(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
