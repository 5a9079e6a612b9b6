package openproton.resource.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import openproton.api.Caller;
import openproton.api.EnvironmentAccountConnectionStatus;
import openproton.api.EnvironmentAccountConnectionSummary;
import openproton.api.ListEnvironmentAccountConnectionsInput;
import openproton.api.ListEnvironmentAccountConnectionsOutput;
import openproton.request.Pages;
import openproton.request.Query;
import openproton.store.Transaction;

/// The connections in which the caller's account plays one of the two roles, newest first.
public record ListEnvironmentAccountConnections(Pages pages)
        implements Query<ListEnvironmentAccountConnectionsInput, ListEnvironmentAccountConnectionsOutput> {

    @Override
    public ListEnvironmentAccountConnectionsOutput handle(
            Transaction tx, ListEnvironmentAccountConnectionsInput input, Caller caller) {
        Pages.Listing query = query(input, caller);
        var page = pages.read(tx, query, ConnectionTable::read, input.maxResults(), input.nextToken());
        return ListEnvironmentAccountConnectionsOutput.builder()
                .environmentAccountConnections(page.items().stream()
                        .map(StoredConnection::inDetail)
                        .map(EnvironmentAccountConnectionSummary::of)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    private Pages.Listing query(ListEnvironmentAccountConnectionsInput input, Caller caller) {
        String side = switch (input.requestedBy()) {
            case MANAGEMENT_ACCOUNT -> "management_account";
            case ENVIRONMENT_ACCOUNT -> "environment_account";
        };
        var parameters = new ArrayList<Object>(List.of(caller.account(), caller.region()));
        var select = new StringBuilder("SELECT * FROM account_connection WHERE %s = ? AND region = ?".formatted(side));
        input.environmentName().ifPresent(environment -> {
            select.append(" AND environment_name = ?");
            parameters.add(environment);
        });
        List<EnvironmentAccountConnectionStatus> statuses = input.statuses().orElse(List.of());
        if (!statuses.isEmpty()) {
            select.append(statuses.stream().map(_ -> "?").collect(Collectors.joining(", ", " AND status IN (", ")")));
            parameters.addAll(statuses);
        }
        return new Pages.Listing(
                select.toString(),
                parameters,
                List.of(Pages.Key.number("requested_at"), Pages.Key.text("id")),
                true,
                name() + side + parameters);
    }
}
