package openproton.resource.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.CreateEnvironmentAccountConnectionInput;
import openproton.api.CreateEnvironmentAccountConnectionOutput;
import openproton.api.EnvironmentAccountConnectionStatus;
import openproton.api.ValidationException;
import openproton.request.OwnRole;
import openproton.request.Quotas;
import openproton.request.Repeatable;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;

/// Asks a management account to provision one of its environments in the caller's account.
public record CreateEnvironmentAccountConnection(AccountConnections connections)
        implements Repeatable<CreateEnvironmentAccountConnectionInput, CreateEnvironmentAccountConnectionOutput> {

    /// The server chooses the id.
    @Override
    public String resource(CreateEnvironmentAccountConnectionInput input, Caller caller) {
        return "";
    }

    @Override
    public String made(String resource, CreateEnvironmentAccountConnectionOutput answer) {
        return answer.environmentAccountConnection().arn();
    }

    @Override
    public Optional<CreateEnvironmentAccountConnectionOutput> current(
            Transaction tx, String resource, CreateEnvironmentAccountConnectionInput input, Caller caller) {
        return AccountConnections.find(tx, caller, resource.substring(resource.lastIndexOf('/') + 1))
                .map(CreateEnvironmentAccountConnection::answer);
    }

    @Override
    public CreateEnvironmentAccountConnectionOutput handle(
            Transaction tx, CreateEnvironmentAccountConnectionInput input, Caller caller) {
        check(input, caller);
        return create(tx, input, caller);
    }

    private static void check(CreateEnvironmentAccountConnectionInput input, Caller caller) {
        if (input.managementAccountId().equals(caller.account())) {
            throw new ValidationException(
                    "managementAccountId '%s' is the caller's own account; a connection joins two accounts"
                            .formatted(input.managementAccountId()));
        }
        if (input.roleArn().isEmpty() && input.codebuildRoleArn().isEmpty()) {
            throw new ValidationException(
                    "give roleArn (for CloudFormation), codebuildRoleArn (for commands), or both");
        }
        OwnRole.require("roleArn", input.roleArn(), caller);
        OwnRole.require("componentRoleArn", input.componentRoleArn(), caller);
        OwnRole.require("codebuildRoleArn", input.codebuildRoleArn(), caller);
    }

    private CreateEnvironmentAccountConnectionOutput create(
            Transaction tx, CreateEnvironmentAccountConnectionInput input, Caller caller) {
        var table = new ConnectionTable(tx);
        var sides = new StoredConnection.Sides(input.managementAccountId(), caller.account(), input.environmentName());
        Quotas.check(
                table.count(caller.region(), caller.account()),
                connections.quotas().accountConnections(),
                "account connections of an environment account",
                "quotas.account-connections");
        table.same(caller.region(), sides).ifPresent(other -> {
            throw new ConflictException("%s already joins account %s and %s for environment '%s'; it is %s"
                    .formatted(
                            other.words(),
                            sides.management(),
                            sides.environment(),
                            sides.environmentName(),
                            other.lifecycle().status().value()));
        });
        StoredConnection connection = connection(input, caller, sides);
        table.insert(connection);
        new Tags(tx).put(connection.arn(), input.tags().orElse(List.of()));
        return answer(connection);
    }

    private StoredConnection connection(
            CreateEnvironmentAccountConnectionInput input, Caller caller, StoredConnection.Sides sides) {
        String id = connections.ids().next();
        Instant now = connections.clock().instant();
        return new StoredConnection(
                id,
                caller.arn("environment-account-connection/" + id).toString(),
                caller.region(),
                sides,
                new StoredConnection.Roles(input.roleArn(), input.componentRoleArn(), input.codebuildRoleArn()),
                new StoredConnection.Lifecycle(EnvironmentAccountConnectionStatus.PENDING, now, now));
    }

    private static CreateEnvironmentAccountConnectionOutput answer(StoredConnection connection) {
        return new CreateEnvironmentAccountConnectionOutput(connection.inDetail());
    }
}
