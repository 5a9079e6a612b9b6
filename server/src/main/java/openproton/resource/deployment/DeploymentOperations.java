package openproton.resource.deployment;

import java.util.List;
import openproton.api.Operation;
import openproton.provision.DeploymentLog;
import openproton.resource.request.Pages;
import openproton.store.Database;

/// The operations on deployments.
public record DeploymentOperations(
        Database database, Deployments deployments, Orders orders, Pages pages, DeploymentLog logs) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new GetDeployment(database),
                new ListDeployments(database, pages),
                new DeleteDeployment(database, logs),
                new NotifyResourceDeploymentStatusChange(database, deployments, orders),
                new GetDeploymentDetail(database),
                new GetDeploymentLog(database, logs));
    }
}
