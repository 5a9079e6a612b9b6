package openproton.render.preview;

import java.util.Map;
import java.util.Optional;
import openproton.base.Arn;
import openproton.render.spec.InstanceSpec;
import openproton.render.terraform.TerraformSubject;
import openproton.render.terraform.TerraformSubject.Kind;

/// Subjects for Terraform files of resources that do not exist: real names, invented account, version and ids.
final class PreviewSubjects {
    private static final String REGION = "us-east-1";
    private static final String ACCOUNT = "000000000000";
    private static final String DEPLOYMENT = "00000000-0000-0000-0000-000000000000";

    private PreviewSubjects() {}

    static TerraformSubject environment(String name) {
        return subject(
                Kind.ENVIRONMENT,
                "environment/" + name,
                "environment-template/preview",
                Optional.empty(),
                Map.of("proton:environment", arn("environment/" + name)));
    }

    static TerraformSubject instance(String service, InstanceSpec instance) {
        String resource = "service/%s/service-instance/%s".formatted(service, instance.name());
        String environment = arn("environment/" + instance.environment());
        return subject(
                Kind.SERVICE_INSTANCE,
                resource,
                "service-template/preview",
                Optional.of(environment),
                Map.of(
                        "proton:environment", environment,
                        "proton:service", arn("service/" + service),
                        "proton:service-instance", arn(resource)));
    }

    static TerraformSubject pipeline(String service) {
        return subject(
                Kind.PIPELINE,
                "service/%s/pipeline".formatted(service),
                "service-template/preview",
                Optional.empty(),
                Map.of("proton:service", arn("service/" + service)));
    }

    private static TerraformSubject subject(
            Kind kind, String resource, String template, Optional<String> environmentArn, Map<String, String> tags) {
        var version = new TerraformSubject.Version(arn(template), "1", "0");
        return new TerraformSubject(arn(resource), kind, tags, DEPLOYMENT, Optional.of(version), environmentArn);
    }

    private static String arn(String resource) {
        return Arn.proton(REGION, ACCOUNT, resource).toString();
    }
}
