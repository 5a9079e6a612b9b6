package openproton.render.terraform;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The resource and the deployment that Terraform files name.
///
/// @param arn the ARN of the resource
/// @param kind what it is
/// @param tags for everything that is provisioned, such as `proton:environment`
/// @param deploymentId the deployment, which automation passes back in notifications
/// @param version the version it is made from; none for components
/// @param environmentArn where it is deployed to; only for instances and components
public record TerraformSubject(
        String arn,
        Kind kind,
        Map<String, String> tags,
        String deploymentId,
        Optional<Version> version,
        Optional<String> environmentArn) {

    public TerraformSubject {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /// The version of a template.
    ///
    /// @param templateArn the ARN of the template, without a version
    public record Version(String templateArn, String major, String minor) {}

    /// The kinds of resources that Terraform can provision.
    public enum Kind {
        /// An environment.
        ENVIRONMENT("environment", "infrastructure"),
        /// An instance of a service.
        SERVICE_INSTANCE("service_instance", "instance_infrastructure"),
        /// The pipeline of a service.
        PIPELINE("pipeline", "pipeline_infrastructure"),
        /// A directly defined component.
        COMPONENT("component", "component");

        private final String word;
        private final String directory;

        Kind(String word, String directory) {
            this.word = word;
            this.directory = directory;
        }

        /// The word for it in the names of files.
        public String word() {
            return word;
        }

        /// The directory of a bundle that it is made from.
        public String directory() {
            return directory;
        }
    }
}
