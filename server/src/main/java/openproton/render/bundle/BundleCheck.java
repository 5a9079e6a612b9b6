package openproton.render.bundle;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import openproton.base.FileTree;
import openproton.render.BundleException;
import openproton.render.schema.InputKind;
import openproton.render.schema.InputType;
import openproton.render.schema.Property;
import openproton.render.schema.TemplateSchema;

/// Checks the parts of one bundle in the order in which people fix them: directories, manifests, schema.
record BundleCheck(FileTree files, Expected expected, BundleLimits limits) {
    private static final String SCHEMA = "schema/schema.yaml";

    TemplateBundle bundle() {
        checkForbiddenDirectories();
        var directories = new LinkedHashMap<String, TemplateDirectory>();
        for (String name : expected.directories()) {
            checkPresent(name);
            directories.put(name, TemplateDirectory.check(name, files.below(name), limits));
        }
        return new TemplateBundle(schema(), directories);
    }

    private void checkForbiddenDirectories() {
        for (String name : expected.forbiddenDirectories()) {
            if (files.hasFolder(name)) {
                throw new BundleException(
                        "%s/ does not belong in the bundle of this template: %s".formatted(name, expected.reason()));
            }
        }
    }

    private void checkPresent(String name) {
        if (!files.hasFolder(name)) {
            throw new BundleException("%s/ is missing; the bundle of this %s template needs it%s. The bundle has %s"
                    .formatted(name, expected.title().toLowerCase(Locale.ROOT), hint(name), folders()));
        }
    }

    private String hint(String name) {
        if (!name.equals(TemplateBundle.PIPELINE_INFRASTRUCTURE) || files.hasFolder("pipeline")) {
            return "";
        }
        return ", unless the template is created with pipelineProvisioning CUSTOMER_MANAGED";
    }

    private String folders() {
        var folders = new TreeSet<String>();
        files.files().keySet().stream()
                .filter(path -> path.contains("/"))
                .forEach(path -> folders.add(path.substring(0, path.indexOf('/') + 1)));
        return String.join(", ", folders);
    }

    private TemplateSchema schema() {
        var entry = files.find(SCHEMA).orElseThrow(() -> new BundleException("The bundle has no " + SCHEMA));
        if (entry.content().length > BundleLimits.SCHEMA_BYTES_MAX) {
            throw new BundleException("%s has %,d bytes, at most %,d are allowed"
                    .formatted(SCHEMA, entry.content().length, BundleLimits.SCHEMA_BYTES_MAX));
        }
        var schema = TemplateSchema.read(entry.text());
        for (InputKind kind : expected.inputs()) {
            var inputs =
                    schema.inputs(kind).orElseThrow(() -> invalid("Missing property [%s]".formatted(kind.property())));
            if (expected.allowsOnlyStrings()) {
                checkOnlyStrings(inputs);
            }
        }
        if (expected.forbidsPipelineInputs()
                && schema.inputs(InputKind.PIPELINE).isPresent()) {
            throw invalid("%s does not belong in the schema of this template: %s"
                    .formatted(InputKind.PIPELINE.key(), expected.reason()));
        }
        return schema;
    }

    private void checkOnlyStrings(InputType inputs) {
        for (Map.Entry<String, Property> property : inputs.properties().entrySet()) {
            if (!property.getValue().type().equals("string")) {
                throw invalid("property '%s' has type '%s', but a customer-managed environment takes strings only"
                        .formatted(property.getKey(), property.getValue().type()));
            }
        }
    }

    private BundleException invalid(String problem) {
        return new BundleException("%s template schema is not valid: %s".formatted(expected.title(), problem));
    }
}
