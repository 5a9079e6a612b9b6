package openproton.render.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openproton.base.FileTree;
import openproton.render.schema.TemplateSchema;

/// A template bundle that fits its template.
///
/// @param schema the inputs it takes
/// @param directories its infrastructure directories by name; none when its environments are customer managed
public record TemplateBundle(TemplateSchema schema, Map<String, TemplateDirectory> directories) {

    /// The directory of an environment bundle.
    public static final String INFRASTRUCTURE = "infrastructure";

    /// The directory of a service bundle that each instance is provisioned from.
    public static final String INSTANCE_INFRASTRUCTURE = "instance_infrastructure";

    /// The directory of a service bundle that the pipeline is provisioned from.
    public static final String PIPELINE_INFRASTRUCTURE = "pipeline_infrastructure";

    public TemplateBundle {
        directories = Collections.unmodifiableMap(new LinkedHashMap<>(directories));
    }

    /// Checks a bundle as the registration of a version does.
    ///
    /// @param files the bundle, as [BundleArchive] reads it
    /// @param customerManaged environment: the customer provisions it; service: the template has no pipeline
    /// @throws BundleException for the first problem
    public static TemplateBundle check(
            FileTree files, TemplateKind kind, boolean customerManaged, BundleLimits limits) {
        return new BundleCheck(files, new Expected(kind, customerManaged), limits).bundle();
    }

    /// One of the infrastructure directories, if this bundle has it.
    public Optional<TemplateDirectory> directory(String name) {
        return Optional.ofNullable(directories.get(name));
    }
}
