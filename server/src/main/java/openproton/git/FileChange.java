package openproton.git;

import java.time.Instant;
import java.util.Set;
import openproton.base.FileTree;

/// The changes that a new commit makes to the files of its parent.
///
/// @param parent the commit it is made on
/// @param files the files that are added or replaced, with paths from the root
/// @param removed the paths that are removed
/// @param message for people
/// @param at the time of the commit
public record FileChange(String parent, FileTree files, Set<String> removed, String message, Instant at) {
    public FileChange {
        removed = Set.copyOf(removed);
    }
}
