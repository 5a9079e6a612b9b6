package openproton.cli;

/// What a person can name on the command line.
enum ThingChoice {
    ENVIRONMENT,
    SERVICE,
    COMPONENT;

    Followed named(String name) {
        return switch (this) {
            case ENVIRONMENT -> new Followed.OfEnvironment(name);
            case SERVICE -> new Followed.OfService(name);
            case COMPONENT -> new FollowedComponent(name);
        };
    }
}
