package openproton.resource.template.version;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.api.CompatibleEnvironmentTemplate;
import openproton.api.ServiceTemplateSupportedComponentSourceType;
import openproton.base.Json;
import openproton.change.ProvisioningMethod;

/// How the lists and maps of a version are kept in columns: as JSON that a person can read.
final class VersionColumns {
    private VersionColumns() {}

    static String environments(List<CompatibleEnvironmentTemplate> environments) {
        return Json.write(environments.stream()
                .map(environment -> environment.templateName() + ":" + environment.majorVersion())
                .toList());
    }

    static List<CompatibleEnvironmentTemplate> environments(String json) {
        return texts(json).stream()
                .map(text -> CompatibleEnvironmentTemplate.builder()
                        .templateName(text.substring(0, text.indexOf(':')))
                        .majorVersion(text.substring(text.indexOf(':') + 1))
                        .build())
                .toList();
    }

    static String sources(List<ServiceTemplateSupportedComponentSourceType> sources) {
        return Json.write(sources.stream()
                .map(ServiceTemplateSupportedComponentSourceType::value)
                .toList());
    }

    static List<ServiceTemplateSupportedComponentSourceType> sources(String json) {
        return texts(json).stream()
                .map(ServiceTemplateSupportedComponentSourceType::valueOf)
                .toList();
    }

    static String methods(Map<String, ProvisioningMethod> methods) {
        return Json.write(methods);
    }

    static Map<String, ProvisioningMethod> methods(String json) {
        var methods = new LinkedHashMap<String, ProvisioningMethod>();
        if (Json.read(json) instanceof Map<?, ?> map) {
            map.forEach((folder, method) ->
                    methods.put(String.valueOf(folder), ProvisioningMethod.valueOf(String.valueOf(method))));
        }
        return methods;
    }

    private static List<String> texts(String json) {
        return Json.read(json) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
