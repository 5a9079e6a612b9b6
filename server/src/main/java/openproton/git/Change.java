package openproton.git;

import java.time.Instant;
import java.util.Set;
import openproton.base.FileTree;

/// What a commit does to the files of another one.
///
/// @param parent the commit it is made on
/// @param files what is added or replaced, with paths from the root
/// @param removed the paths that go
/// @param message for people
/// @param at the time of the commit
public record Change(String parent, FileTree files, Set<String> removed, String message, Instant at) {
    public Change {
        removed = Set.copyOf(removed);
    }
}
