package openproton.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedCredentialsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aProfileIsReadAsTheAwsToolsWriteIt() throws IOException {
        var file = write("""
            # a comment
            [default]
            aws_access_key_id = AKIDDEFAULT
            aws_secret_access_key = a=b/c+d
            ; another comment

            [ ci ]
            aws_access_key_id=ASIACI
            aws_secret_access_key=secret
            aws_session_token=token
            region=eu-west-1
            """);

        assertThat(SharedCredentials.read(file).profile("default"))
                .isEqualTo(new CallerCredentials("AKIDDEFAULT", "a=b/c+d", Optional.empty()));
        assertThat(SharedCredentials.read(file).profile("ci"))
                .isEqualTo(new CallerCredentials("ASIACI", "secret", Optional.of("token")));
    }

    @Test
    void anUnknownProfileIsRefusedWithTheOnesInTheFile() throws IOException {
        var file = write("[default]\naws_access_key_id=A\naws_secret_access_key=s\n[other]\n");

        assertThatThrownBy(() -> SharedCredentials.read(file).profile("nobody"))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.NO_ACCESS))
                .hasMessage("%s has no access key for the profile 'nobody'; its profiles are default, other"
                        .formatted(file));
    }

    @Test
    void aProfileWithoutASecretHasNoAccessKey() throws IOException {
        var file = write("[default]\naws_access_key_id=A\n");

        assertThatThrownBy(() -> SharedCredentials.read(file).profile("default"))
                .hasMessageContaining("no access key for the profile 'default'");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("nothing");

        assertThatThrownBy(() -> SharedCredentials.read(file))
                .hasMessage("cannot read the credentials file %s: it does not exist".formatted(file));
    }

    @Test
    void credentialsNeverShowTheirSecret() {
        assertThat(new CallerCredentials("AKID", "secret", Optional.of("token")))
                .hasToString("access key AKID");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("credentials"), text);
    }
}
