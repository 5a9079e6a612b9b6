package openproton.render.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.base.Json;
import org.junit.jupiter.api.Test;

class NamespaceTest {
    private static final EnvironmentFacts ENVIRONMENT =
            new EnvironmentFacts("net-prod", "111122223333", Map.of("VpcId", "vpc-1"));
    private static final InstanceFacts INSTANCE = new InstanceFacts("blue", Map.of("port", 8080L));
    private static final ServiceFacts SERVICE = new ServiceFacts("shop", "main", "o/r", "arn:c");

    @Test
    void anEnvironmentSeesItsNameAndInputs() {
        assertThat(json(Namespace.environment("dev", Map.of("cidr", "10.0.0.0/16"))))
                .isEqualTo("{\"environment\":{\"name\":\"dev\",\"inputs\":{\"cidr\":\"10.0.0.0/16\"}}}");
    }

    @Test
    void anInstanceSeesItsServiceItsEnvironmentAndItsComponent() {
        var attached = Optional.of(new ComponentFacts("bucket", Map.of("Arn", "arn:b")));

        assertThat(json(Namespace.serviceInstance(INSTANCE, SERVICE, ENVIRONMENT, attached)))
                .isEqualTo(
                        "{\"service_instance\":{\"name\":\"blue\",\"inputs\":{\"port\":8080},"
                            + "\"components\":{\"default\":{\"name\":\"bucket\",\"outputs\":{\"Arn\":\"arn:b\"}}}},"
                            + "\"service\":{\"name\":\"shop\",\"branch_name\":\"main\",\"repository_id\":\"o/r\","
                            + "\"repository_connection_arn\":\"arn:c\"},"
                            + "\"environment\":{\"account_id\":\"111122223333\",\"name\":\"net-prod\",\"outputs\":{\"VpcId\":\"vpc-1\"}}}");
    }

    @Test
    void whatIsAbsentIsEmptyWhereTerraformDemandsTheName() {
        var namespace = Namespace.serviceInstance(
                INSTANCE,
                ServiceFacts.withoutRepository("shop"),
                new EnvironmentFacts("net-prod", "111122223333", Map.of()),
                Optional.empty());

        assertThat(json(namespace))
                .contains("\"components\":{}")
                .contains(
                        "\"service\":{\"name\":\"shop\",\"branch_name\":\"\",\"repository_id\":\"\",\"repository_connection_arn\":\"\"}")
                .contains("\"outputs\":{}");
    }

    @Test
    void jinjaUnderstandsTwoMoreNames() {
        var namespace = Namespace.serviceInstance(INSTANCE, SERVICE, ENVIRONMENT, Optional.empty());

        assertThat(Json.write(namespace.jinjaValues().get("service_instance")))
                .isEqualTo(
                        "{\"name\":\"blue\",\"inputs\":{\"port\":8080},\"components\":{\"default\":{\"outputs\":{}}},"
                            + "\"environment\":{\"account_id\":\"111122223333\",\"name\":\"net-prod\",\"outputs\":{\"VpcId\":\"vpc-1\"}}}");
        assertThat(json(namespace)).contains("\"components\":{}}");
    }

    @Test
    void aPipelineSeesAllInstancesWithTheirEnvironments() {
        var deployed = new DeployedInstanceFacts(INSTANCE, Map.of("Url", "u"), ENVIRONMENT);

        assertThat(json(Namespace.pipeline(Map.of("dockerfile", "D"), SERVICE, List.of(deployed))))
                .isEqualTo(
                        "{\"pipeline\":{\"inputs\":{\"dockerfile\":\"D\"}},"
                            + "\"service\":{\"name\":\"shop\",\"branch_name\":\"main\",\"repository_id\":\"o/r\","
                            + "\"repository_connection_arn\":\"arn:c\"},"
                            + "\"service_instances\":[{\"name\":\"blue\",\"inputs\":{\"port\":8080},\"outputs\":{\"Url\":\"u\"},"
                            + "\"environment\":{\"account_id\":\"111122223333\",\"name\":\"net-prod\",\"outputs\":{\"VpcId\":\"vpc-1\"}}}]}");
    }

    @Test
    void aComponentSeesItsInstanceOnlyWhileAttached() {
        assertThat(Namespace.component("bucket", ENVIRONMENT).jinjaValues())
                .containsOnlyKeys("component", "environment");
        assertThat(json(Namespace.component("bucket", ENVIRONMENT, "shop", INSTANCE)))
                .isEqualTo(
                        "{\"component\":{\"name\":\"bucket\"},"
                            + "\"environment\":{\"account_id\":\"111122223333\",\"name\":\"net-prod\",\"outputs\":{\"VpcId\":\"vpc-1\"}},"
                            + "\"service\":{\"name\":\"shop\"},\"service_instance\":{\"name\":\"blue\",\"inputs\":{\"port\":8080}}}");
    }

    private static String json(Namespace namespace) {
        return Json.write(namespace.values());
    }
}
