package openproton.render.terraform;

import java.util.LinkedHashMap;
import java.util.Map;
import openproton.base.Json;

/// The file that tells automation which resource was deployed, and whether to destroy it
/// (docs/behaviour/provisioning.md#deployment-metadata).
final class Metadata {
    static final String FILE = ".proton/deployment-metadata.json";

    private static final String DEPLOYMENT = "deploymentId";
    private static final String DELETED = "isResourceDeleted";
    private static final String RESOURCE = "resourceMetadata";
    private static final String COMPONENT = "componentMetadata";
    private static final String NO_DEPLOYMENT = "<proton-resource-deleted>";

    private Metadata() {}

    static String of(TerraformSubject subject) {
        var members = new LinkedHashMap<String, Object>();
        members.put(DEPLOYMENT, subject.deploymentId());
        members.put(DELETED, false);
        switch (subject.kind()) {
            case COMPONENT -> members.put(COMPONENT, component(subject));
            case ENVIRONMENT, SERVICE_INSTANCE, PIPELINE -> members.put(RESOURCE, resource(subject));
        }
        return Json.pretty(members);
    }

    private static Map<String, Object> resource(TerraformSubject subject) {
        var members = new LinkedHashMap<String, Object>();
        members.put("arn", subject.arn());
        subject.version().ifPresent(version -> {
            members.put("templateArn", version.templateArn());
            members.put("templateMajorVersion", version.major());
            members.put("templateMinorVersion", version.minor());
        });
        subject.environmentArn().ifPresent(arn -> members.put("environmentArn", arn));
        return members;
    }

    private static Map<String, Object> component(TerraformSubject subject) {
        var members = new LinkedHashMap<String, Object>();
        members.put("arn", subject.arn());
        subject.environmentArn().ifPresent(arn -> members.put("environmentArn", arn));
        members.put("componentType", "default");
        return members;
    }

    /// The ARN of the resource in a metadata file.
    static String arn(String text) {
        var members = members(text);
        Object about = members.getOrDefault(RESOURCE, members.get(COMPONENT));
        return about instanceof Map<?, ?> map ? String.valueOf(map.get("arn")) : "";
    }

    /// The metadata of a deletion.
    static String deleted(String text) {
        var members = members(text);
        members.put(DEPLOYMENT, NO_DEPLOYMENT);
        members.put(DELETED, true);
        return Json.pretty(members);
    }

    private static Map<String, Object> members(String text) {
        var members = new LinkedHashMap<String, Object>();
        if (Json.read(text) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        return members;
    }
}
