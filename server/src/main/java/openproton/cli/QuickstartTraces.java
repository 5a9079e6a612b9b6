package openproton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// What the quickstart leaves on the disk.
///
/// @param data the server's data folder
record QuickstartTraces(Path data) {
    private static final String MARK = "made-by-quickstart";

    /// Where the pages of the sample lie.
    static Path sites(Path data) {
        return data.resolve("quickstart");
    }

    /// Where the automation of the self-managed sample works.
    static Path automation(Path data) {
        return sites(data).resolve("automation");
    }

    /// Notes that the data folder is the quickstart's own, if it makes it now.
    void begin() {
        try {
            if (!Files.exists(data)) {
                Files.createDirectories(data);
                Files.writeString(data.resolve(MARK), "bin/openproton quickstart --clean-up removes this folder.\n");
            }
        } catch (IOException failure) {
            throw new CommandFailure(ExitCode.FAILED, "cannot make %s: %s".formatted(data, Problems.of(failure)));
        }
    }

    /// Removes the pages, and with them the data folder when it is the quickstart's own.
    ///
    /// @param isAlone whether the server holds nothing but what the quickstart made
    /// @return what was removed, in words
    String remove(boolean isAlone) {
        boolean whole = isAlone && Files.exists(data.resolve(MARK));
        remove(whole ? data : sites(data));
        return whole
                ? "Everything that the quickstart made is gone, also %s".formatted(data)
                : "Everything that the quickstart made is gone; the rest of the server's data stays in %s"
                        .formatted(data);
    }

    /// Removes the repository of the self-managed sample.
    void removeRepository() {
        remove(SelfManagedStory.repository(data));
    }

    private static void remove(Path folder) {
        try {
            if (Files.exists(folder)) {
                removeTree(folder);
            }
        } catch (IOException failure) {
            throw new CommandFailure(ExitCode.FAILED, "cannot remove %s: %s".formatted(folder, Problems.of(failure)));
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
