package openproton.settings;

import java.util.Locale;

/// Every setting with its default; the table in `docs/configuration.md` is made from this list.
public enum Setting {
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
    BUNDLES_SOURCE(
            "bundles.source",
            "",
            "where bundles come from: folder (buckets are folders of the data folder) or s3; empty: s3 where an S3"
                    + " endpoint or access key is set below, else folder"),
    AWS_ENDPOINT("aws.endpoint", "", "where all services of AWS answer, such as http://127.0.0.1:5000; empty: AWS"),
    AWS_CLOUDFORMATION("aws.endpoints.cloudformation", "", "the same for CloudFormation alone"),
    AWS_S3("aws.endpoints.s3", "", "the same for S3 alone; any store that speaks like it"),
    AWS_STS("aws.endpoints.sts", "", "the same for STS alone, which roles are assumed at"),
    AWS_REGION("aws.region", "", "the Region of all stacks and buckets; empty: that of each resource"),
    AWS_KEY_ID(
            "aws.access-key-id",
            "",
            "the server's own access key; empty: what any AWS tool would find, such as AWS_PROFILE or an instance"
                    + " role"),
    AWS_SECRET("aws.secret-access-key", "", "the secret of that key"),
    AWS_ASSUME_ROLES(
            "aws.assume-roles",
            "true",
            "whether stacks are made in the roles that environments name; false: with the server's own credentials"),
    AWS_BUILD_ROLES(
            "aws.build-roles",
            "",
            "whether commands and Terraform run with the credentials of the role that their environment"
                    + " or account names: true or false; empty: true where an STS endpoint or access key is set"),
    AWS_EXTERNAL_ID("aws.external-id", "", "the external id told whenever a role is assumed"),
    AWS_TEMPLATE_BUCKET(
            "aws.template-bucket",
            "",
            "the bucket for rendered CloudFormation templates above 51,200 bytes, which are deleted afterwards"),
    AWS_CHANGE_SETS(
            "aws.change-sets",
            "true",
            "whether stacks are changed through change sets; false: directly, for emulators such as moto, whose change"
                    + " sets know no outputs"),
    AWS_CUSTOMER_TAGS(
            "aws.tag-resources-with-customer-tags",
            "false",
            "whether stacks carry the tags that people gave a resource besides the managed ones; 50 in all at most"),
    TERRAFORM_COMMAND(
            "terraform.command",
            "",
            "the command that runs Terraform bundles, or its path; empty: tofu, else terraform, from the PATH"),
    TERRAFORM_BACKENDS(
            "terraform.backends",
            "refuse",
            "what is done with a backend that a Terraform bundle configures itself: refuse it, replace it by the state"
                    + " that OpenProton keeps, or keep it"),
    TERRAFORM_VARIABLES(
            "terraform.variables",
            "",
            "which variables of the server Terraform is given, for its providers: names with commas between them, such"
                    + " as AWS_*,ARM_TENANT_ID; TF_CLI_CONFIG_FILE and TF_PLUGIN_CACHE_DIR always are"),
    TERRAFORM_PLUGIN_CACHE(
            "terraform.plugin-cache", "", "the folder that providers are kept in between builds; empty: none"),
    TERRAFORM_GRACE(
            "terraform.grace-seconds",
            "300",
            "how many seconds an interrupted Terraform may take to end well before it is ended by force"),
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
    public String key() {
        return key;
    }

    /// The environment variable.
    String variable() {
        return "OPENPROTON_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /// The default value.
    String preset() {
        return preset;
    }

    /// What the setting does, in the words of the documentation.
    String meaning() {
        return meaning;
    }

    private static String processors() {
        return Integer.toString(Runtime.getRuntime().availableProcessors());
    }
}
