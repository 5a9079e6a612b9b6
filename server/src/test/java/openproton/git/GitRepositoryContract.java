package openproton.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import openproton.base.FileTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a repository promises, however it is reached.
abstract class GitRepositoryContract {
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    static final String NAME = "platform/infra.git";

    @TempDir
    Path folder;

    TestRepository there;

    /// The connection to the folder `host`, where the repository lies.
    abstract Connection connection();

    @BeforeEach
    void make() {
        there = new TestRepository(folder.resolve("host"), NAME);
    }

    GitRepository repository() {
        return new GitConnections(List.of(connection()), folder.resolve("data")).repository("connection/main", NAME);
    }

    @Test
    void aHeadIsTheCommitOfTheBranchNow() {
        GitRepository here = repository();
        assertThat(here.head("main")).contains(there.head("main"));

        String next = there.commit(Map.of("a.txt", "a"));

        assertThat(here.head("main")).contains(next);
        assertThat(here.head("other")).isEmpty();
    }

    @Test
    void nobodyHasABranchWhoseNameGitDoesNotAllow() {
        GitRepository here = repository();

        assertThat(here.head("ma*")).isEmpty();
        assertThat(here.head("main:other")).isEmpty();
        assertThat(here.head("ma..in")).isEmpty();
        assertThat(here.head("main")).isPresent();
    }

    @Test
    void aCommitIsReadAsFilesWithTheirExecuteBits() {
        there.commit(Map.of("bin/run", "#!/bin/sh\n", "bin/data", "x", "README.md", "Ours."));
        there.allowToRun("bin/run");
        there.link("link", "bin/run");
        String head = there.head("main");

        FileTree tree = repository().files(head, "");

        assertThat(tree.files().keySet()).containsExactly("README.md", "bin/data", "bin/run");
        assertThat(tree.files().get("bin/run")).isEqualTo(new FileTree.Entry("#!/bin/sh\n".getBytes(UTF_8), true));
        assertThat(repository().files(head, "bin").files().keySet()).containsExactly("data", "run");
        assertThat(repository().paths(head)).containsExactly("README.md", "bin/data", "bin/run");
    }

    @Test
    void aProposalChangesNothingElse() {
        String head = there.commit(Map.of("prod/old.tf", "old", "prod/kept.tf", "kept", "other/x.tf", "x"));
        FileTree files =
                FileTree.EMPTY.with("prod/main.tf", "new").with("prod/run", new FileTree.Entry(new byte[] {'r'}, true));

        String commit = push(new FileChange(head, files, Set.of("prod/old.tf"), "Title\n\nBody", NOW));

        assertThat(there.head("work")).isEqualTo(commit);
        assertThat(there.paths("work"))
                .containsExactly("README.md", "other/x.tf", "prod/kept.tf", "prod/main.tf", "prod/run");
        assertThat(there.text("work", "prod/main.tf")).isEqualTo("new");
        assertThat(there.mode("work", "prod/run")).startsWith("100755");
        assertThat(there.message("work")).startsWith("Title\n\nBody");
        assertThat(there.paths("main")).contains("prod/old.tf");
    }

    private String push(FileChange change) {
        String commit = repository().commit(change);
        repository().push(commit, "work");
        return commit;
    }

    @Test
    void aFileMayTakeThePlaceOfAFolderAndTheOtherWayRound() {
        String head = there.commit(Map.of("a/x", "1", "b", "1"));
        FileTree files = FileTree.EMPTY.with("a", "file").with("b/x", "file");

        push(new FileChange(head, files, Set.of(), "Swap", NOW));

        assertThat(there.paths("work")).containsExactly("README.md", "a", "b/x");
    }

    @Test
    void aBranchThatIsThereIsNotOverwritten() {
        String theirs = there.commit("work", Map.of("a.txt", "theirs"));
        var change = new FileChange(there.head("main"), FileTree.EMPTY.with("a.txt", "ours"), Set.of(), "Title", NOW);

        assertThatExceptionOfType(GitException.Moved.class).isThrownBy(() -> push(change));
        assertThat(there.head("work")).isEqualTo(theirs);
    }

    @Test
    void aCommitStaysHereUntilItIsPushed() {
        var change = new FileChange(there.head("main"), FileTree.EMPTY.with("a.txt", "ours"), Set.of(), "Title", NOW);

        String commit = repository().commit(change);
        assertThat(there.branches()).containsExactly("main");

        repository().push(commit, "work");
        assertThat(there.head("work")).isEqualTo(commit);
    }

    @Test
    void aBranchIsDeletedOnceOrTwice() {
        there.commit("work", Map.of("a.txt", "a"));

        repository().delete("work");
        repository().delete("work");

        assertThat(there.branches()).containsExactly("main");
    }

    @Test
    void aHeadContainsWhatWasMergedIntoIt() {
        String before = there.head("main");
        String commit = there.commit("work", Map.of("a.txt", "a"));
        GitRepository here = repository();
        assertThat(here.contains(before, commit, "a.txt")).isFalse();

        assertThat(here.contains(there.merge("work"), commit, "none.txt")).isTrue();
    }

    @Test
    void aHeadContainsWhatWasAmendedSquashedAndChangedSince() {
        String commit = there.commit("work", Map.of("a.txt", "a", "b.txt", "b"));
        there.commit("work", Map.of("b.txt", "reviewed"));
        there.squash("work");
        String later = there.commit(Map.of("a.txt", "formatted"));

        assertThat(repository().contains(later, commit, "a.txt")).isTrue();
        assertThat(repository().contains(later, commit, "b.txt")).isFalse();
        assertThat(repository().contains(later, commit, "README.md")).isFalse();
    }

    @Test
    void headsThatChangeTheSameLineConflict() {
        there.commit(Map.of("a.txt", "one\n"));
        String work = there.commit("work", Map.of("a.txt", "two\n"));
        String peace = there.commit("peace", Map.of("b.txt", "two\n"));
        String main = there.commit(Map.of("a.txt", "three\n"));

        assertThat(repository().conflict(work, main)).isTrue();
        assertThat(repository().conflict(peace, main)).isFalse();
    }

    @Test
    void aRepositoryThatIsNotThereIsNamed() {
        var connections = new GitConnections(List.of(connection()), folder.resolve("data"));

        assertThatExceptionOfType(GitException.NotThere.class)
                .isThrownBy(() -> connections
                        .repository("connection/main", "platform/none.git")
                        .head("main"))
                .withMessageContaining("platform/none.git");
    }

    @Test
    void aCommitThatIsNotThereIsNamed() {
        String unknown = "0123456789012345678901234567890123456789";

        assertThatExceptionOfType(GitException.NotThere.class)
                .isThrownBy(() -> repository().paths(unknown))
                .withMessageContaining(unknown);
        assertThatExceptionOfType(GitException.NotThere.class)
                .isThrownBy(() -> repository().paths("main"))
                .withMessageContaining("'main'");
    }

    @Test
    void aCopyThatIsBrokenIsMadeAgain() throws IOException {
        String head = there.commit(Map.of("a.txt", "a"));
        assertThat(repository().head("main")).contains(head);
        try (Stream<Path> files = Files.walk(folder.resolve("data/repositories"))) {
            for (Path pack :
                    files.filter(file -> file.toString().endsWith(".pack")).toList()) {
                pack.toFile().setWritable(true);
                Files.writeString(pack, "broken");
            }
        }

        assertThat(repository().files(head, "").text("a.txt")).contains("a");
    }

    @Test
    void aCopyWhoseUseWasCutOffIsMadeAgain() throws IOException {
        assertThat(repository().head("main")).isPresent();
        try (Stream<Path> copies = Files.list(folder.resolve("data/repositories"))) {
            Path copy = copies.findFirst().orElseThrow();
            Files.createFile(copy.resolve("busy"));
            Files.createFile(copy.resolve("refs/heads/main.lock"));
        }
        String head = there.commit(Map.of("a.txt", "a"));

        assertThat(repository().head("main")).contains(head);
    }
}
