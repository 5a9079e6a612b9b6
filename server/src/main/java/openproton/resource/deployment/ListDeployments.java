package openproton.resource.deployment;

import java.util.ArrayList;
import java.util.List;
import openproton.api.Caller;
import openproton.api.ListDeploymentsInput;
import openproton.api.ListDeploymentsOutput;
import openproton.change.DeploymentTable;
import openproton.request.Pages;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Deployments, newest first, by what they deployed; also those of resources that are gone.
public record ListDeployments(Pages pages) implements Query<ListDeploymentsInput, ListDeploymentsOutput> {
    private static final String SELECT = "SELECT * FROM deployment WHERE account = ? AND region = ? AND hidden = 0";

    @Override
    public ListDeploymentsOutput handle(Transaction tx, ListDeploymentsInput input, Caller caller) {
        var scope = Scope.of(caller);
        var names = new TargetNames(
                input.environmentName(), input.serviceName(), input.serviceInstanceName(), input.componentName());
        var parameters = new ArrayList<Object>(List.of(scope.account(), scope.region()));
        var query = new Pages.Listing(
                SELECT + names.condition(parameters),
                parameters,
                List.of(Pages.Key.number("created_at"), Pages.Key.text("id")),
                true,
                name() + scope + names);
        names.requireKnown(tx, scope);
        var page = pages.read(tx, query, DeploymentTable::read, input.maxResults(), input.nextToken());
        var views = new DeploymentViews(tx);
        return ListDeploymentsOutput.builder()
                .deployments(page.items().stream().map(views::inShort).toList())
                .nextToken(page.nextToken())
                .build();
    }
}
