package openproton.auth.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.AccessDeniedException;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.CreateEnvironmentInput;
import openproton.api.CreateServiceInput;
import openproton.api.GetDeploymentInput;
import openproton.auth.Identity;
import openproton.auth.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a request needs besides the permission for its own operation.
class FurtherPermissionsTest {
    private static final Caller CALLER = new Caller("000000000000", "eu-west-1", "arn:aws:iam::000000000000:user/ann");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z"));

    private final Permissions permissions =
            new Permissions((_, _, _, _) -> Map.of(), (_, _) -> Optional.empty(), CLOCK);

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::000000000000:role/other, iam:PassRole",
        "arn:aws:codestar-connections:eu-west-1:000000000000:connection/c, codestar-connections:PassConnection",
        "arn:aws:codeconnections:eu-west-1:000000000000:connection/c, codeconnections:PassConnection"
    })
    void whatIsHandedOnNeedsThePermissionToPassIt(String arn, String action) {
        Identity ann = identity("""
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "proton:*", "Resource": "*"},
              {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::*:role/mine",
               "Condition": {"StringEquals": {"iam:PassedToService": "proton.amazonaws.com"}}}]}
            """);

        assertThatThrownBy(() -> permissions.check(ann, ApiModel.CREATE_SERVICE, service(arn), CALLER))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("User: %s is not authorized to perform: %s on resource: %s"
                        .formatted(CALLER.principal(), action, arn));
        assertThatThrownBy(() -> permissions.check(ann, ApiModel.CREATE_ENVIRONMENT, environment(arn), CALLER))
                .hasMessageContaining(action);
        assertThatCode(() -> permissions.check(
                        ann, ApiModel.CREATE_ENVIRONMENT, environment("arn:aws:iam::000000000000:role/mine"), CALLER))
                .doesNotThrowAnyException();
        assertThatCode(() -> permissions.check(
                        identity("AWSProtonDeveloperAccess"), ApiModel.CREATE_SERVICE, service(arn), CALLER))
                .satisfies(refusal -> assertThat(refusal == null).isEqualTo(!action.startsWith("iam")));
        assertThatCode(() -> permissions.check(
                        identity("AWSProtonFullAccess"), ApiModel.CREATE_ENVIRONMENT, environment(arn), CALLER))
                .doesNotThrowAnyException();
    }

    @Test
    void everyMemberThatNamesARoleOrAConnectionIsHandedOn() {
        assertThat(ApiModel.OPERATIONS)
                .filteredOn(operation -> !operation.authorization().passed().isEmpty())
                .extracting(operation ->
                        operation.name() + operation.authorization().passed())
                .containsExactlyInAnyOrder(
                        "CreateEnvironment[protonServiceRoleArn, componentRoleArn, codebuildRoleArn]",
                        "UpdateEnvironment[protonServiceRoleArn, componentRoleArn, codebuildRoleArn]",
                        "CreateEnvironmentAccountConnection[roleArn, componentRoleArn, codebuildRoleArn]",
                        "UpdateEnvironmentAccountConnection[roleArn, componentRoleArn, codebuildRoleArn]",
                        "UpdateAccountSettings[pipelineServiceRoleArn, pipelineCodebuildRoleArn]",
                        "CreateRepository[connectionArn]",
                        "CreateService[repositoryConnectionArn]",
                        "CreateServiceFromRepository[repositoryConnectionArn]");
    }

    @ParameterizedTest
    @CsvSource({
        "environment/prod, GetEnvironment, environment/prod",
        "service/shop/service-instance/eu, GetServiceInstance, service/shop/service-instance/eu",
        "service/shop/pipeline, GetService, service/shop",
        "component/queue, GetComponent, component/queue"
    })
    void whoReadsADeploymentMustBeAllowedToReadWhatItDeployed(String target, String action, String read) {
        var deployed = new Permissions((_, _, _, _) -> Map.of(), (caller, _) -> Optional.of(caller.arn(target)), CLOCK);
        var input = GetDeploymentInput.builder().id("d").build();
        String only = """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "proton:GetDeployment", "Resource": "*"}, %s]}
            """;
        String needed = """
            {"Effect": "Allow", "Action": "proton:%s", "Resource": "%s"}
            """;

        assertThatThrownBy(() -> deployed.check(
                        identity(only.formatted(needed.formatted(action, CALLER.arn("environment/other")))),
                        ApiModel.GET_DEPLOYMENT,
                        input,
                        CALLER))
                .hasMessageEndingWith("proton:%s on resource: %s".formatted(action, CALLER.arn(read)));
        assertThatCode(() -> deployed.check(
                        identity(only.formatted(needed.formatted(action, CALLER.arn(read)))),
                        ApiModel.GET_DEPLOYMENT,
                        input,
                        CALLER))
                .doesNotThrowAnyException();
        assertThatCode(() -> permissions.check(
                        identity(only.formatted(needed.formatted("None", "*"))),
                        ApiModel.GET_DEPLOYMENT,
                        input,
                        CALLER))
                .doesNotThrowAnyException();
    }

    private static CreateServiceInput service(String connection) {
        return CreateServiceInput.builder()
                .name("shop")
                .templateName("web")
                .templateMajorVersion("1")
                .spec("x")
                .repositoryConnectionArn(connection)
                .build();
    }

    private static CreateEnvironmentInput environment(String role) {
        return CreateEnvironmentInput.builder()
                .name("prod")
                .templateName("vpc")
                .templateMajorVersion("1")
                .spec("x")
                .protonServiceRoleArn(role)
                .build();
    }

    private static Identity identity(String policy) {
        return new Identity("AKIA", "000000000000", CALLER.principal(), List.of(Policy.of(policy)));
    }
}
