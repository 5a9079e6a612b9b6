package openproton.cli.follow;

import java.util.Locale;

/// The kinds of deployment target that the command line names.
public enum TargetKind {
    ENVIRONMENT,
    SERVICE,
    COMPONENT;

    /// The target of this kind.
    public DeploymentTarget named(String name) {
        return switch (this) {
            case ENVIRONMENT -> new EnvironmentTarget(name);
            case SERVICE -> new ServiceTarget(name);
            case COMPONENT -> new ComponentTarget(name);
        };
    }

    /// As users write it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
