package openproton.resource.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.api.CreateServiceInput;
import openproton.api.ValidationException;
import openproton.resource.template.TemplateKey;

/// The three members that say where a service's code lies: all with a pipeline, none without
/// (docs/behaviour/lifecycle.md#creating-a-service).
final class ServiceCode {
    private ServiceCode() {}

    static void check(CreateServiceInput input, boolean pipeline, TemplateKey template) {
        var given = new ArrayList<String>();
        var missing = new ArrayList<String>();
        sort("repositoryConnectionArn", input.repositoryConnectionArn(), given, missing);
        sort("repositoryId", input.repositoryId(), given, missing);
        sort("branchName", input.branchName(), given, missing);
        if (pipeline && !missing.isEmpty()) {
            throw new ValidationException(
                    "%s has a pipeline, which needs %s".formatted(template.words(), String.join(", ", missing)));
        }
        if (!pipeline && !given.isEmpty()) {
            throw new ValidationException(
                    "%s has no pipeline; leave out %s".formatted(template.words(), String.join(", ", given)));
        }
    }

    private static void sort(String member, Optional<String> value, List<String> given, List<String> missing) {
        (value.isPresent() ? given : missing).add(member);
    }
}
