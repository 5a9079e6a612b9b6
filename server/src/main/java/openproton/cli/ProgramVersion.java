package openproton.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/// The version of this program, which the build takes from the parent POM.
final class ProgramVersion implements IVersionProvider {
    private static final String FILE = "/openproton/version.txt";

    @Override
    public String[] getVersion() {
        try (var stream = ProgramVersion.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("the file %s is missing in this program".formatted(FILE));
            }
            return new String[] {"OpenProton " + new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
