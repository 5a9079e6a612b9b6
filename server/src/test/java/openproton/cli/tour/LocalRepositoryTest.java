package openproton.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.RefSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRepositoryTest {
    private static final PersonIdent AUTHOR =
            new PersonIdent("OpenProton", "openproton@localhost", Instant.EPOCH, ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aNewRepositoryHasAMainBranchAndNothingToReview() {
        var repository = created();

        assertThat(repository.openBranch()).isEmpty();
        assertThat(repository.files("reviewed").files()).isEmpty();
    }

    @Test
    void aBranchIsShownMergedAndDeleted() throws Exception {
        var repository = created();
        push("openproton/reviewed", "reviewed/main.tf", "resource {}\n");

        assertThat(repository.openBranch()).contains("openproton/reviewed");
        assertThat(repository.difference("openproton/reviewed")).contains("+++ b/reviewed/main.tf", "+resource {}");

        repository.merge("openproton/reviewed");

        assertThat(repository.files("reviewed").text("main.tf")).contains("resource {}\n");
        assertThat(repository.openBranch()).isEmpty();
    }

    @Test
    void aRejectedBranchLeavesMainAsItIs() throws Exception {
        var repository = created();
        push("openproton/reviewed", "reviewed/main.tf", "resource {}\n");

        repository.delete("openproton/reviewed");

        assertThat(repository.openBranch()).isEmpty();
        assertThat(repository.files("reviewed").files()).isEmpty();
    }

    @Test
    void aBranchWithConflictsIsNotMerged() throws Exception {
        var repository = created();
        push("openproton/one", "reviewed/main.tf", "one\n");
        push("openproton/two", "reviewed/main.tf", "two\n");
        repository.merge("openproton/one");

        assertThatThrownBy(() -> repository.merge("openproton/two"))
                .hasMessage("branch openproton/two has conflicts with main and cannot be merged");
    }

    @Test
    void aRepositoryThatExistsIsKept() throws Exception {
        var repository = created();
        push("openproton/reviewed", "reviewed/main.tf", "resource {}\n");
        repository.merge("openproton/reviewed");

        repository.create();

        assertThat(repository.files("reviewed").text("main.tf")).isPresent();
    }

    private LocalRepository created() {
        var repository = new LocalRepository(folder.resolve("bare"), () -> Instant.EPOCH);
        repository.create();
        return repository;
    }

    /// Commits a file to a new branch that begins at the first commit, and pushes the branch.
    private void push(String branch, String path, String text) throws Exception {
        Path clone = folder.resolve(branch.replace('/', '-'));
        try (Git git = Git.cloneRepository()
                .setURI(folder.resolve("bare").toUri().toString())
                .setDirectory(clone.toFile())
                .call()) {
            Files.createDirectories(clone.resolve(path).resolveSibling(""));
            Files.writeString(clone.resolve(path), text);
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Deploy")
                    .setAuthor(AUTHOR)
                    .setCommitter(AUTHOR)
                    .setSign(false)
                    .call();
            git.push().setRefSpecs(new RefSpec("HEAD:refs/heads/" + branch)).call();
        }
    }
}
