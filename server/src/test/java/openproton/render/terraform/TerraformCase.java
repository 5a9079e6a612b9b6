package openproton.render.terraform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openproton.base.FileTree;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateDirectory;
import openproton.render.namespace.ComponentFacts;
import openproton.render.namespace.DeployedInstanceFacts;
import openproton.render.namespace.EnvironmentFacts;
import openproton.render.namespace.InstanceFacts;
import openproton.render.namespace.Namespace;
import openproton.render.namespace.ServiceFacts;
import openproton.render.terraform.TerraformSubject.Kind;

/// One resource of each kind, with every sort of value in it.
enum TerraformCase {
    ENVIRONMENT(Kind.ENVIRONMENT, "environment/prod", "var.environment.inputs.zones[0]"),
    INSTANCE(Kind.SERVICE_INSTANCE, "service/shop/service-instance/blue", "var.service_instance.inputs.port + 1"),
    INSTANCE_WITH_COMPONENT(
            Kind.SERVICE_INSTANCE,
            "service/shop/service-instance/green",
            "can(var.service_instance.components.default) ? var.environment.outputs.vpc : \"\""),
    PIPELINE(
            Kind.PIPELINE,
            "service/shop/pipeline",
            "{ for i in var.service_instances : i.name => i.environment.account_id }"),
    COMPONENT(Kind.COMPONENT, "component/bucket", "var.service == null ? var.component.name : \"\""),
    ATTACHED_COMPONENT(Kind.COMPONENT, "component/queue", "var.service_instance.inputs.title");

    private static final String ROOT = "arn:aws:proton:eu-west-1:000000000000:";
    private static final EnvironmentFacts PROD = new EnvironmentFacts("prod", "111111111111", Map.of("vpc", "vpc-1"));
    private static final ServiceFacts SHOP = new ServiceFacts("shop", "main", "team/shop", ROOT + "connection/1");

    private final Kind kind;
    private final String resource;
    private final String expression;

    TerraformCase(Kind kind, String resource, String expression) {
        this.kind = kind;
        this.resource = resource;
        this.expression = expression;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    FileTree files() {
        String text = "resource \"terraform_data\" \"a\" {\n  input = %s\n}\n".formatted(expression);
        var own = FileTree.EMPTY.with("main.tf", text).with("notes.txt", "not selected");
        return TerraformFiles.render(
                new TemplateDirectory(kind.directory(), new Manifest.Terraform("*"), own), namespace(), subject());
    }

    TerraformSubject subject() {
        boolean component = kind == Kind.COMPONENT;
        boolean placed = component || kind == Kind.SERVICE_INSTANCE;
        String template = kind == Kind.ENVIRONMENT ? "environment-template/vpc" : "service-template/web";
        return new TerraformSubject(
                ROOT + resource,
                kind,
                Map.of("proton:template", ROOT + template, "proton:account", "000000000000"),
                "0f7d1f0e-5f0a-4d4e-9a0c-1a2b3c4d5e6f",
                component ? Optional.empty() : Optional.of(new TerraformSubject.Version(ROOT + template, "2", "0")),
                placed ? Optional.of(ROOT + "environment/prod") : Optional.empty());
    }

    Namespace namespace() {
        return switch (this) {
            case ENVIRONMENT -> Namespace.environment("prod", Map.of("zones", List.of("a", "b")));
            case INSTANCE -> Namespace.serviceInstance(instance(), SHOP, PROD, Optional.empty());
            case INSTANCE_WITH_COMPONENT ->
                Namespace.serviceInstance(
                        instance(), SHOP, PROD, Optional.of(new ComponentFacts("queue", Map.of("url", "https://q"))));
            case PIPELINE ->
                Namespace.pipeline(
                        Map.of("branch", "main"),
                        SHOP,
                        List.of(new DeployedInstanceFacts(instance(), Map.of("url", "https://shop"), PROD)));
            case COMPONENT -> Namespace.component("bucket", PROD);
            case ATTACHED_COMPONENT ->
                Namespace.component("queue", PROD, "shop", new InstanceFacts("green", Map.of("title", "Shop")));
        };
    }

    private static InstanceFacts instance() {
        var inputs = new LinkedHashMap<String, Object>();
        inputs.put("port", 8080L);
        inputs.put("ratio", 0.5);
        inputs.put("open", true);
        inputs.put("title", "a \"quoted\" ${text}");
        inputs.put("tags", Map.of("team", "x"));
        return new InstanceFacts("blue", inputs);
    }
}
