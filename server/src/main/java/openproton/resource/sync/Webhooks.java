package openproton.resource.sync;

import java.util.Collection;
import java.util.Map;
import openproton.api.webhook.WebhookReceiver;
import openproton.git.Connection;
import openproton.git.GitConnections;
import openproton.git.GitException;
import openproton.git.host.Webhook;
import openproton.git.host.WebhookReader;
import openproton.provision.Engine;

/// Acts on the notices of git hosts: a push wakes what follows the branch, a pull request the engine that opened it.
///
/// @param engines may have opened pull requests
public record Webhooks(GitConnections connections, Pushes pushes, Collection<Engine> engines)
        implements WebhookReceiver {

    @Override
    public boolean knows(String connection) {
        return connections.all().stream().anyMatch(known -> known.name().equals(connection));
    }

    @Override
    public void take(String name, Map<String, String> headers, byte[] body) {
        Connection connection = connections.find(name);
        try {
            WebhookReader.read(connection, headers, body).forEach(notice -> act(connection, notice));
        } catch (GitException.Refused forged) {
            throw new ForgedNotice(String.valueOf(forged.getMessage()));
        }
    }

    private void act(Connection connection, Webhook notice) {
        switch (notice) {
            case Webhook.Push push -> {
                pushes.pushed(connection, push.repository(), push.branch());
                wake(push.repository());
            }
            case Webhook.PullRequestChanged changed -> wake(changed.repository());
            case Webhook.Other _ -> {}
        }
    }

    private void wake(String repository) {
        engines.forEach(engine -> engine.wake(repository));
    }
}
