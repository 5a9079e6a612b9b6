package openproton.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The system's `ssh`, played by a script that runs the command here and keeps its other arguments.
class SystemSshTest {
    @TempDir
    Path folder;

    private GitRepository over(String script) throws IOException {
        Path program = folder.resolve("ssh");
        Files.writeString(program, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var ssh = new SystemSsh(program.toString(), Optional.of(Path.of("/keys/infra")));
        var access = new Access(Optional.empty(), Optional.empty(), Optional.empty(), ssh);
        String url = "ssh://git@host.example:2222" + folder.resolve("host/infra.git");
        return new GitRepository(new Mirror(folder.resolve("copy")), new Remote(url, access));
    }

    @Test
    void gitRunsThroughTheSystemsSsh() throws IOException {
        var there = new TestRepository(folder.resolve("host"), "infra.git");
        GitRepository here = over(
                "for last; do :; done\necho \"$*\" > '%s'\nexec sh -c \"$last\"\n".formatted(folder.resolve("line")));

        assertThat(here.head("main")).contains(there.head("main"));
        assertThat(Files.readString(folder.resolve("line")))
                .startsWith("-o BatchMode=yes -o ConnectTimeout=30 -o IdentitiesOnly=yes -i /keys/infra -p 2222 -l git"
                        + " -- host.example git-upload-pack ");
    }

    @Test
    void aKeyThatTheHostDoesNotKnowIsRefused() throws IOException {
        GitRepository here = over("echo 'git@host.example: Permission denied (publickey).' >&2\nexit 255\n");

        assertThatExceptionOfType(GitException.Refused.class)
                .isThrownBy(() -> here.head("main"))
                .withMessageContaining("publickey");
    }

    @Test
    void aHostThatDoesNotAnswerIsUnreachable() throws IOException {
        GitRepository here =
                over("echo 'ssh: connect to host host.example port 2222: No route to host' >&2\nexit 255\n");

        assertThatExceptionOfType(GitException.Unreachable.class).isThrownBy(() -> here.head("main"));
    }

    @Test
    void whatSshSaysIsHeardWhenItSaysItLast() throws IOException {
        String otherWork = "i=0\nwhile [ $i -lt 20000 ]; do i=$((i + 1)); done\n";
        GitRepository here = over("exec >&-\n" + otherWork
                + "echo 'ssh: connect to host host.example port 2222: No route to host' >&2\nexit 255\n");

        assertThatExceptionOfType(GitException.Unreachable.class)
                .isThrownBy(() -> here.head("main"))
                .withMessageContaining("No route to host");
    }
}
