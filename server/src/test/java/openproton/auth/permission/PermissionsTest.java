package openproton.auth.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import openproton.api.AccessDeniedException;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.CreateComponentInput;
import openproton.api.DeleteEnvironmentInput;
import openproton.api.GetEnvironmentInput;
import openproton.api.ListComponentsInput;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.api.TagResourceInput;
import openproton.auth.Identity;
import openproton.auth.policy.Policy;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    private static final Caller CALLER = new Caller("000000000000", "eu-west-1", "arn:aws:iam::000000000000:user/ann");
    private static final DeploymentTargets NOTHING = (_, _) -> Optional.empty();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z"));

    private final Permissions permissions = new Permissions((_, _, _, _) -> Map.of(), NOTHING, CLOCK);

    @Test
    void refusalsNameWhoWhatAndWhere() {
        var input = DeleteEnvironmentInput.builder().name("prod").build();

        assertThatThrownBy(() -> check("AWSProtonReadOnlyAccess", ApiModel.DELETE_ENVIRONMENT, input))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("User: arn:aws:iam::000000000000:user/ann is not authorized to perform: "
                        + "proton:DeleteEnvironment on resource: "
                        + "arn:aws:proton:eu-west-1:000000000000:environment/prod");
    }

    @Test
    void looksUpWhatConditionsAskForOnlyWhereAStatementAboutTheActionHasAny() {
        var asked = new AtomicInteger();
        var counting = new Permissions(
                (_, _, _, _) -> {
                    asked.incrementAndGet();
                    return Map.of("aws:ResourceTag/team", List.of("web"));
                },
                NOTHING,
                CLOCK);
        var identity = new Identity("AKIA", "000000000000", CALLER.principal(), List.of(policy("""
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "proton:Get*", "Resource": "*"},
              {"Effect": "Allow", "Action": "proton:Delete*", "Resource": "*",
               "Condition": {"StringEquals": {"aws:ResourceTag/team": "web"}}}]}
            """)));

        counting.check(identity, ApiModel.GET_ENVIRONMENT, new GetEnvironmentInput("prod"), CALLER);
        assertThat(asked).hasValue(0);
        counting.check(identity, ApiModel.DELETE_ENVIRONMENT, delete("prod"), CALLER);
        assertThat(asked).hasValue(1);
    }

    @Test
    void explicitDenyWinsOverEverything() {
        var identity = new Identity(
                "AKIA", "000000000000", CALLER.principal(), List.of(policy("AWSProtonFullAccess"), policy("""
                    {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "proton:Delete*",
                     "Resource": "arn:aws:proton:*:*:environment/prod"}}
                    """)));

        assertThatThrownBy(() -> permissions.check(identity, ApiModel.DELETE_ENVIRONMENT, delete("prod"), CALLER))
                .isInstanceOf(AccessDeniedException.class);
        assertThatCode(() -> permissions.check(identity, ApiModel.DELETE_ENVIRONMENT, delete("test"), CALLER))
                .doesNotThrowAnyException();
    }

    @Test
    void asksForTheMostSpecialResourceThatTheRequestNames() {
        var resources = new AuthorizedResources(
                ApiModel.LIST_COMPONENTS,
                ListComponentsInput.builder()
                        .serviceName("shop")
                        .serviceInstanceName("eu")
                        .environmentName("prod")
                        .build(),
                CALLER);
        var everywhere = new AuthorizedResources(
                ApiModel.LIST_COMPONENTS, ListComponentsInput.builder().build(), CALLER);

        assertThat(resources.arns())
                .containsExactly(
                        "arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/eu",
                        "arn:aws:proton:eu-west-1:000000000000:environment/prod");
        assertThat(everywhere.arns()).containsExactly("*");
    }

    @Test
    void asksForWholeArnsAsTheyAreGiven() {
        String arn = "arn:aws:proton:us-east-1:000000000000:service/shop";
        var input = TagResourceInput.builder().resourceArn(arn).tags(List.of()).build();

        assertThat(new AuthorizedResources(ApiModel.TAG_RESOURCE, input, CALLER).arns())
                .containsExactly(arn);
    }

    @Test
    void tagsOfTheResourceDecideWhereThePolicyAsksForThem() {
        var byTeam = new Permissions(
                (_, _, _, resource) -> resource.orElseThrow().resource().equals("environment/mine")
                        ? Map.of("aws:ResourceTag/team", List.of("ann"))
                        : Map.of(),
                NOTHING,
                CLOCK);
        Identity ann = identity("""
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "proton:Get*", "Resource": "*",
             "Condition": {"StringEquals": {"aws:ResourceTag/team": "${aws:username}"}}}}
            """);

        assertThatCode(() -> byTeam.check(ann, ApiModel.GET_ENVIRONMENT, get("mine"), CALLER))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> byTeam.check(ann, ApiModel.GET_ENVIRONMENT, get("theirs"), CALLER))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void creatingWithTagsNeedsThePermissionToTag() {
        var tagging = new Permissions((_, _, _, _) -> Map.of("aws:RequestTag/team", List.of("ann")), NOTHING, CLOCK);
        Identity creator = identity("""
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "proton:CreateComponent", "Resource": "*"}}
            """);
        var input = CreateComponentInput.builder()
                .name("queue")
                .templateFile("a")
                .manifest("b")
                .build();

        assertThatThrownBy(() -> tagging.check(creator, ApiModel.CREATE_COMPONENT, input, CALLER))
                .hasMessageContaining("proton:TagResource");
        assertThatCode(() -> permissions.check(creator, ApiModel.CREATE_COMPONENT, input, CALLER))
                .doesNotThrowAnyException();
    }

    private void check(String policy, OperationShape<?, ?> operation, Shape input) {
        permissions.check(identity(policy), operation, input, CALLER);
    }

    private static DeleteEnvironmentInput delete(String name) {
        return DeleteEnvironmentInput.builder().name(name).build();
    }

    private static GetEnvironmentInput get(String name) {
        return GetEnvironmentInput.builder().name(name).build();
    }

    private static Policy policy(String nameOrDocument) {
        return Policy.of(nameOrDocument);
    }

    private static Identity identity(String policy) {
        return new Identity("AKIA", "000000000000", CALLER.principal(), List.of(Policy.of(policy)));
    }
}
