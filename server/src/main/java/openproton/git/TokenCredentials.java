package openproton.git;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/// Gives a token to the one host it belongs to; answers no other question, such as whether to trust a
/// certificate.
final class TokenCredentials extends CredentialsProvider {
    private final Optional<String> host;
    private final String user;
    private final Optional<Secret> token;

    TokenCredentials(Optional<String> host, String user, Optional<Secret> token) {
        this.host = host;
        this.user = user;
        this.token = token;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        return Arrays.stream(items)
                .allMatch(item -> item instanceof CredentialItem.Username || item instanceof CredentialItem.Password);
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
        if (token.isEmpty() || !host.equals(Optional.ofNullable(uri.getHost())) || !supports(items)) {
            return false;
        }
        for (CredentialItem item : items) {
            switch (item) {
                case CredentialItem.Username name -> name.setValue(user);
                case CredentialItem.Password password ->
                    password.setValue(token.get().read().toCharArray());
                default -> throw new IllegalStateException("unexpected " + item.getClass());
            }
        }
        return true;
    }
}
