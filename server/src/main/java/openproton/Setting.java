package openproton;

import java.util.Locale;

/// Everything that can be set, with its default: the table of the documentation is made from this list.
enum Setting {
    DATA("data", "./data", "the folder that everything lives in"),
    HOST("host", "127.0.0.1", "the address to listen on"),
    PORT("port", "7720", "the port to listen on; 0 lets the system choose"),
    DATABASE(
            "database",
            "",
            "a JDBC address, such as jdbc:postgresql://host/name?user=u&password=p; empty: SQLite in the data folder"),
    MASTER_KEY(
            "master-key",
            "",
            "32 bytes in base64 that seal secrets; empty: the file master.key in the data folder, made on the first"
                    + " start"),
    BUILDS_AT_ONCE(
            "builds.at-once", processors(), "how many builds run at the same time; default: the number of processors"),
    BUILDS_MINUTES("builds.minutes", "60", "how many minutes a build may take"),
    BUILDS_SANDBOX("builds.sandbox", "false", "whether builds run in bwrap, which must be installed"),
    QUOTA_TEMPLATES("quotas.templates", "100", "templates of an account and Region, both kinds together"),
    QUOTA_VERSIONS("quotas.versions-per-template", "500", "versions of a template"),
    QUOTA_ENVIRONMENTS("quotas.environments", "100", "environments of an account and Region"),
    QUOTA_SERVICES("quotas.services", "1000", "services of an account and Region"),
    QUOTA_INSTANCES("quotas.instances-per-service", "100", "instances of a service"),
    QUOTA_COMPONENTS("quotas.components", "100", "components of an account and Region"),
    QUOTA_CONNECTIONS("quotas.account-connections", "5", "account connections of an environment account and Region");

    private final String key;
    private final String preset;
    private final String meaning;

    Setting(String key, String preset, String meaning) {
        this.key = key;
        this.preset = preset;
        this.meaning = meaning;
    }

    /// The key in `openproton.yaml`; dots lead into maps.
    String key() {
        return key;
    }

    /// The environment variable.
    String variable() {
        return "OPENPROTON_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /// The value when nobody sets one.
    String preset() {
        return preset;
    }

    /// What it does, for people.
    String meaning() {
        return meaning;
    }

    private static String processors() {
        return Integer.toString(Runtime.getRuntime().availableProcessors());
    }
}
