package openproton.render.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import openproton.base.DataException;
import openproton.render.BundleException;
import openproton.render.data.Yaml;
import openproton.render.data.YamlDocument;
import openproton.render.data.YamlLimits;

/// Reads one `manifest.yaml`. Wrong combinations of keys are refused, unknown keys are ignored.
final class ManifestReader {
    private static final YamlLimits LIMITS = YamlLimits.ofCharacters(BundleLimits.MANIFEST_BYTES_MAX);

    private final String file;
    private final String text;

    ManifestReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    Manifest read() {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > BundleLimits.MANIFEST_BYTES_MAX) {
            throw new BundleException("%s has %,d bytes, at most %,d are allowed"
                    .formatted(file, bytes, BundleLimits.MANIFEST_BYTES_MAX));
        }
        try {
            return manifest(Yaml.readAsWritten(text, LIMITS), Yaml.read(text, LIMITS));
        } catch (DataException e) {
            throw new BundleException(file + ": " + e.getMessage());
        }
    }

    private Manifest manifest(YamlDocument asWritten, YamlDocument typed) {
        var template = template(asWritten);
        refuseOldKey(template, "engine", "rendering_engine");
        refuseOldKey(template, "codebuild", "settings");
        String engine = template.requiredText("rendering_engine", "jinja");
        return switch (engine) {
            case "jinja" -> new Manifest.CloudFormation(file(template, engine, "cloudformation"));
            case "hcl" -> new Manifest.Terraform(file(template, engine, "terraform"));
            case "codebuild" -> codeBuild(template, template(typed));
            default ->
                throw template.refusal(
                        "rendering_engine '%s' is not known; use 'jinja', 'hcl' or 'codebuild'".formatted(engine),
                        "rendering_engine");
        };
    }

    private ManifestKeys template(YamlDocument document) {
        var root = ManifestKeys.of(file, document);
        if (!root.has("infrastructure")) {
            throw root.refusal("must start with 'infrastructure:'");
        }
        List<ManifestKeys> templates = root.inside("infrastructure").list("templates");
        if (templates.size() != 1) {
            throw root.refusal(
                    "'templates' has %d entries; it must have exactly one".formatted(templates.size()),
                    "infrastructure",
                    "templates");
        }
        return templates.getFirst();
    }

    private static void refuseOldKey(ManifestKeys keys, String old, String now) {
        if (keys.has(old)) {
            throw keys.refusal("the key '%s' is not supported; write '%s'".formatted(old, now), old);
        }
    }

    private static String file(ManifestKeys template, String engine, String language) {
        String given = template.requiredText("template_language", language);
        if (!given.equals(language)) {
            throw template.refusal(
                    "template_language '%s' does not go with rendering_engine '%s'; write '%s'"
                            .formatted(given, engine, language),
                    "template_language");
        }
        if (template.has("settings")) {
            throw template.refusal(
                    "'settings' goes with rendering_engine 'codebuild' only, not with '%s'".formatted(engine),
                    "settings");
        }
        String name = template.requiredText("file", engine.equals("hcl") ? "\"*\"" : "cloudformation.yaml");
        boolean isWildcard = name.equals("*") && engine.equals("hcl");
        if (!isWildcard && (name.isBlank() || name.contains("/") || name.contains("*") || name.startsWith(".."))) {
            throw template.refusal(
                    "'file: %s' must be the name of one file in the same directory".formatted(name), "file");
        }
        return name;
    }

    private static Manifest codeBuild(ManifestKeys asWritten, ManifestKeys typed) {
        for (String key : List.of("file", "template_language")) {
            if (asWritten.has(key)) {
                throw asWritten.refusal(
                        "'%s' does not go with rendering_engine 'codebuild'; remove it".formatted(key), key);
            }
        }
        if (!asWritten.has("settings")) {
            throw asWritten.refusal("'settings' is missing; rendering_engine 'codebuild' needs it");
        }
        var settings = asWritten.inside("settings");
        refuseOldKey(settings, "deprovisioning", "deprovision");
        refuseOldKey(settings, "provisioning", "provision");
        var env = settings.inside("env");
        return new Manifest.CodeBuild(new CodeBuildSettings(
                settings.requiredText("image", "aws/codebuild/amazonlinux2-x86_64-standard:4.0"),
                settings.inside("runtimes").allTexts(),
                new CodeBuildSettings.Commands(settings.texts("provision"), settings.texts("deprovision")),
                typed.inside("settings").inside("project_properties").all(),
                inputType(settings),
                new CodeBuildSettings.Variables(
                        env.inside("variables").allTexts(),
                        env.inside("secrets_manager").allTexts())));
    }

    private static CodeBuildSettings.InputFormat inputType(ManifestKeys settings) {
        String given = settings.text("input_type").orElse("JSON");
        return Stream.of(CodeBuildSettings.InputFormat.values())
                .filter(type -> type.name().equals(given.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> settings.refusal(
                        "input_type '%s' is not known; use one of %s"
                                .formatted(given, Arrays.toString(CodeBuildSettings.InputFormat.values())),
                        "input_type"));
    }
}
