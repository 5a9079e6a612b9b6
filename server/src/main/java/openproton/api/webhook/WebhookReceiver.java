package openproton.api.webhook;

import java.util.Map;

/// Reads the notices that git hosts send, and acts on them.
public interface WebhookReceiver {
    /// Where the paths of webhooks begin; the name of a connection follows.
    String PATHS = "/webhooks/";

    /// Whether a connection of that name is configured.
    boolean knows(String connection);

    /// Acts on a notice at once.
    ///
    /// @param headers by their names, in any case
    /// @throws ForgedNotice when the notice is not signed with the secret of the connection
    void take(String connection, Map<String, String> headers, byte[] body);

    /// A notice that may come from another sender than the host.
    final class ForgedNotice extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /// @param why for the person who set the webhook up
        public ForgedNotice(String why) {
            super(why);
        }
    }
}
