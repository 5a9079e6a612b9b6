package openproton;

import java.util.Collection;
import java.util.Map;
import openproton.git.Connection;
import openproton.git.Connections;
import openproton.git.GitException;
import openproton.git.host.Webhook;
import openproton.git.host.WebhookReader;
import openproton.provision.Engine;
import openproton.resource.sync.follow.Pushes;
import openproton.server.WebhookDesk;

/// What git hosts tell goes to everybody who waits for it: branches that are followed, pull requests that are open.
///
/// @param engines may have proposed something there
record Webhooks(Connections connections, Pushes pushes, Collection<Engine> engines) implements WebhookDesk.Receiver {

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
            throw new WebhookDesk.ForgedNotice(String.valueOf(forged.getMessage()));
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
