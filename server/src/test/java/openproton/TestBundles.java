package openproton;

import openproton.base.FileTree;
import openproton.render.bundle.BundleArchive;

/// The smallest bundles that show a rule: packed as they lie in a bucket.
public final class TestBundles {
    private static final String BUILD = """
        infrastructure:
          templates:
            - rendering_engine: codebuild
              settings:
                image: standard:7.0
                runtimes: {python: "3.12"}
                provision: ["echo provision"]
                deprovision: ["echo deprovision"]
        """;
    private static final String STACK = """
        infrastructure:
          templates:
            - file: cloudformation.yaml
              rendering_engine: jinja
              template_language: cloudformation
        """;
    private static final String TERRAFORM = """
        infrastructure:
          templates:
            - file: "*"
              rendering_engine: hcl
              template_language: terraform
        """;
    private static final String ENVIRONMENT = """
        schema:
          format: {openapi: "3.0.0"}
          environment_input_type: Environment
          types:
            Environment:
              type: object
              properties:
                zone: {type: string, default: north, maxLength: 10}
        """;
    private static final String INSTANCE = """
        schema:
          format: {openapi: "3.0.0"}
          service_input_type: Instance
          types:
            Instance:
              type: object
              required: [port]
              properties:
                port: {type: integer, minimum: 1}
                title: {type: string, default: hello}
        """;
    private static final String PIPELINE = """
            Pipeline:
              type: object
              required: [branch]
              properties:
                branch: {type: string}
        """;

    private TestBundles() {}

    /// An environment with the input `zone`.
    public static byte[] environment() {
        return environment(ENVIRONMENT);
    }

    /// The same with one more optional input, as a minor version may have.
    public static byte[] environmentWithMore() {
        return environment(ENVIRONMENT + "        size: {type: string, default: small}\n");
    }

    /// The same with an input that is required all of a sudden, as only a major version may have.
    public static byte[] environmentThatNeedsMore() {
        return environment(ENVIRONMENT.replace("properties:", "required: [owner]\n      properties:")
                + "        owner: {type: string}\n");
    }

    private static byte[] environment(String schema) {
        return BundleArchive.pack(
                FileTree.EMPTY.with("schema/schema.yaml", schema).with("infrastructure/manifest.yaml", BUILD));
    }

    /// An environment that the customer provisions.
    public static byte[] customerManagedEnvironment() {
        return BundleArchive.pack(FileTree.EMPTY.with("schema/schema.yaml", ENVIRONMENT));
    }

    /// An environment of one CloudFormation template.
    ///
    /// @param template its text, with Jinja in it
    public static byte[] cloudFormationEnvironment(String template) {
        return BundleArchive.pack(FileTree.EMPTY
                .with("schema/schema.yaml", ENVIRONMENT)
                .with("infrastructure/manifest.yaml", STACK)
                .with("infrastructure/cloudformation.yaml", template));
    }

    /// An environment of one Terraform file.
    public static byte[] terraformEnvironment(String file) {
        return BundleArchive.pack(FileTree.EMPTY
                .with("schema/schema.yaml", ENVIRONMENT)
                .with("infrastructure/manifest.yaml", TERRAFORM)
                .with("infrastructure/main.tf", file));
    }

    /// A service whose instances and pipeline are one Terraform file each.
    public static byte[] terraformService(String instance, String pipeline) {
        String schema = INSTANCE.replace("  types:", "  pipeline_input_type: Pipeline\n  types:") + PIPELINE;
        return BundleArchive.pack(FileTree.EMPTY
                .with("schema/schema.yaml", schema)
                .with("instance_infrastructure/manifest.yaml", TERRAFORM)
                .with("instance_infrastructure/main.tf", instance)
                .with("pipeline_infrastructure/manifest.yaml", TERRAFORM)
                .with("pipeline_infrastructure/main.tf", pipeline));
    }

    /// A bundle without a schema, which cannot be registered.
    public static byte[] broken() {
        return BundleArchive.pack(FileTree.EMPTY.with("infrastructure/manifest.yaml", BUILD));
    }

    /// A service whose instances have the inputs `port` and `title`.
    public static byte[] service() {
        return BundleArchive.pack(FileTree.EMPTY
                .with("schema/schema.yaml", INSTANCE)
                .with("instance_infrastructure/manifest.yaml", BUILD));
    }

    /// The same with a pipeline that has the input `branch`.
    public static byte[] serviceWithPipeline() {
        String schema = INSTANCE.replace("  types:", "  pipeline_input_type: Pipeline\n  types:") + PIPELINE;
        return BundleArchive.pack(FileTree.EMPTY
                .with("schema/schema.yaml", schema)
                .with("instance_infrastructure/manifest.yaml", BUILD)
                .with("pipeline_infrastructure/manifest.yaml", BUILD));
    }
}
