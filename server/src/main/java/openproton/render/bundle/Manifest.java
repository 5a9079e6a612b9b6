package openproton.render.bundle;

import openproton.render.BundleException;

/// The content of a `manifest.yaml`: which files of its directory are used, and by which engine.
public sealed interface Manifest {

    /// One CloudFormation template, rendered with Jinja.
    ///
    /// @param file the template's name, in the manifest's own directory
    record CloudFormation(String file) implements Manifest {}

    /// Terraform files, which are used as they are.
    ///
    /// @param file one file's name, or `*` for every `.tf` file of the directory
    record Terraform(String file) implements Manifest {
        /// Whether it selects every `.tf` file of the directory.
        public boolean isWildcard() {
            return file.equals("*");
        }
    }

    /// Commands that run among all files of the directory.
    ///
    /// @param settings the build: its image, its commands, its environment
    record CodeBuild(CodeBuildSettings settings) implements Manifest {}

    /// Reads the manifest of a bundle's directory.
    ///
    /// @param directory such as `instance_infrastructure`, for messages
    /// @throws BundleException when it is not a manifest; the message names directory, line and key
    static Manifest read(String directory, String text) {
        return new ManifestReader(directory + "/manifest.yaml", text).read();
    }

    /// Reads the manifest of a directly defined component, which has exactly one file and never runs commands.
    ///
    /// @throws BundleException when it is not a manifest that a component may have
    static Manifest readForComponent(String text) {
        return switch (read("component", text)) {
            case CodeBuild _ ->
                throw new BundleException("component/manifest.yaml: rendering_engine 'codebuild' is not possible for a "
                        + "component; use 'jinja' or 'hcl'");
            case Terraform(String file)
            when file.equals("*") ->
                throw new BundleException("component/manifest.yaml: a component has one file; name it instead of '*'");
            case CloudFormation manifest -> manifest;
            case Terraform manifest -> manifest;
        };
    }
}
