package openproton.git;

import java.io.File;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// Keeps JGit away from the git configuration of the machine and of the user: the server follows its own alone.
final class IsolatedSystem extends SystemReader.Delegate {
    private static final File NOWHERE = new File("/dev/null");

    private IsolatedSystem(SystemReader machine) {
        super(machine);
    }

    static void install() {
        if (!(SystemReader.getInstance() instanceof IsolatedSystem)) {
            SystemReader.setInstance(new IsolatedSystem(SystemReader.getInstance()));
        }
    }

    /// Hides the variables that git reads.
    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS system) {
        return new Empty(parent, system);
    }

    /// Copies are never tidied up in the background, where that would cross their use; [Mirror] makes them anew.
    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS system) {
        var config = new Empty(parent, system);
        config.setInt("gc", null, "auto", 0);
        config.setInt("gc", null, "autoPackLimit", 0);
        config.setBoolean("gc", null, "autoDetach", false);
        return config;
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS system) {
        return new Empty(parent, system);
    }

    /// A configuration that is never read and never written.
    private static final class Empty extends FileBasedConfig {
        Empty(@Nullable Config parent, FS system) {
            super(parent, NOWHERE, system);
        }

        @Override
        public void load() {
            // There is nothing to read.
        }

        @Override
        public void save() {
            // Nothing is kept.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
