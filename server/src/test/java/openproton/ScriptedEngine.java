package openproton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.provision.Engine;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.provision.Progress;

/// An engine that does as it is told: by default every order finishes at the first look.
///
/// Resources are named by the end of their ARN, such as `environment/prod`.
public final class ScriptedEngine implements Engine {
    private final Map<String, Progress> scripts = new HashMap<>();
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Progress> ends = new HashMap<>();
    private boolean obstinate;
    private Optional<Plan> planned = Optional.empty();

    /// Orders that bring a resource where it should be finish with these outputs.
    public synchronized ScriptedEngine finish(String resource, Map<String, String> outputs) {
        return script(resource, Order.Action.PROVISION, new Progress.Finished(outputs, List.of()));
    }

    /// Orders that bring a resource where it should be fail.
    public synchronized ScriptedEngine fail(String resource, String why) {
        return script(resource, Order.Action.PROVISION, new Progress.Broken(why));
    }

    /// Orders that remove a resource fail.
    public synchronized ScriptedEngine failRemoval(String resource, String why) {
        return script(resource, Order.Action.DEPROVISION, new Progress.Broken(why));
    }

    /// Orders for a resource run until [#letFinish], [#letFail] or a cancellation.
    public synchronized ScriptedEngine stay(String resource) {
        script(resource, Order.Action.DEPROVISION, new Progress.Running());
        return script(resource, Order.Action.PROVISION, new Progress.Running());
    }

    /// From now on, orders for a resource finish again, the running ones too.
    public synchronized ScriptedEngine letFinish(String resource) {
        scripts.keySet().removeIf(key -> key.endsWith(" " + resource));
        return this;
    }

    /// The running orders for a resource fail; later ones finish.
    public synchronized ScriptedEngine letFail(String resource, String why) {
        letFinish(resource);
        orders.values().stream()
                .filter(order -> order.resourceArn().endsWith(":" + resource))
                .forEach(order -> ends.putIfAbsent(order.deploymentId(), new Progress.Broken(why)));
        return this;
    }

    /// From now on a cancellation comes too late: the order finishes all the same.
    public synchronized ScriptedEngine finishInsteadOfCancelling() {
        obstinate = true;
        return this;
    }

    private ScriptedEngine script(String resource, Order.Action action, Progress progress) {
        scripts.put(action + " " + resource, progress);
        return this;
    }

    /// What it answers to every question for a plan; without this, what engines of commands answer.
    public synchronized ScriptedEngine plans(Plan plan) {
        planned = Optional.of(plan);
        return this;
    }

    @Override
    public synchronized Plan plan(Order order) {
        return planned.orElseGet(() -> Engine.super.plan(order));
    }

    /// Every order that was started, in order.
    public synchronized List<Order> orders() {
        return new ArrayList<>(orders.values());
    }

    /// How many orders were started that bring a resource where it should be.
    public synchronized long built(String resource) {
        return count(resource, Order.Action.PROVISION);
    }

    /// How many orders were started that remove a resource.
    public synchronized long removed(String resource) {
        return count(resource, Order.Action.DEPROVISION);
    }

    private long count(String resource, Order.Action action) {
        return orders.values().stream()
                .filter(order -> order.action() == action && order.resourceArn().endsWith(":" + resource))
                .count();
    }

    @Override
    public synchronized void start(Order order) {
        orders.putIfAbsent(order.deploymentId(), order);
    }

    @Override
    public synchronized Progress look(String deploymentId) {
        Order order = orders.get(deploymentId);
        if (order == null) {
            return new Progress.Broken("no such order");
        }
        Progress progress = Optional.ofNullable(ends.get(deploymentId)).orElseGet(() -> scripted(order));
        if (!(progress instanceof Progress.Running)) {
            ends.put(deploymentId, progress);
        }
        return progress;
    }

    private Progress scripted(Order order) {
        String resource = order.resourceArn().substring(order.resourceArn().lastIndexOf(':') + 1);
        return scripts.getOrDefault(order.action() + " " + resource, finished(order));
    }

    private static Progress finished(Order order) {
        var stack = new Progress.Resource(
                order.stackName(),
                "arn:aws:cloudformation:eu-west-1:000000000000:stack/" + order.stackName(),
                "CLOUDFORMATION");
        return new Progress.Finished(Map.of("url", "https://" + order.stackName()), List.of(stack));
    }

    @Override
    public synchronized void cancel(String deploymentId) {
        Order order = orders.get(deploymentId);
        if (order != null) {
            ends.putIfAbsent(deploymentId, obstinate ? finished(order) : new Progress.Cancelled());
        }
    }
}
