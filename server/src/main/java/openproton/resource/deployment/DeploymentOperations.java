package openproton.resource.deployment;

import java.util.List;
import openproton.change.Deployments;
import openproton.change.Settlement;
import openproton.change.order.Orders;
import openproton.provision.DeploymentLog;
import openproton.request.Operation;
import openproton.request.Pages;

/// The operations on deployments.
public record DeploymentOperations(
        Deployments deployments, Settlement settlement, Orders orders, Pages pages, DeploymentLog logs) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new GetDeployment(),
                new ListDeployments(pages),
                new DeleteDeployment(logs),
                new NotifyResourceDeploymentStatusChange(deployments, settlement, orders),
                new GetDeploymentDetail(),
                new GetDeploymentLog(logs));
    }
}
