package openproton.git;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A configured way to reach the repositories of one host.
///
/// @param name the part of a connection ARN behind `connection/`
/// @param kind the API that the host has
/// @param address where it is
/// @param credentials the identity for the host
/// @param webhookSecret signs the notices of the host; without a secret they are refused
/// @param offer the provider of its repositories, and the accounts that may register them
public record Connection(
        String name,
        HostKind kind,
        Address address,
        Credentials credentials,
        Optional<Secret> webhookSecret,
        Offer offer) {
    private static final Set<String> PROVIDERS = Set.of("GITHUB", "GITHUB_ENTERPRISE", "BITBUCKET");

    public Connection {
        if (!PROVIDERS.contains(offer.provider())) {
            throw new IllegalArgumentException(
                    "connection %s: provider '%s' is not one of GITHUB, GITHUB_ENTERPRISE, BITBUCKET"
                            .formatted(name, offer.provider()));
        }
        if (address.url().getScheme().equals("file") && kind != HostKind.GIT) {
            throw new IllegalArgumentException(
                    "connection %s: a file URL is reached by git alone, its kind must be git".formatted(name));
        }
    }

    /// The provider that repositories are registered as, and the accounts that may register them.
    ///
    /// @param provider the value of the API: `GITHUB`, `GITHUB_ENTERPRISE` or `BITBUCKET`
    /// @param accounts that may use the connection, 12 digits each; empty for every account
    public record Offer(String provider, Optional<Set<String>> accounts) {}

    /// Where a host is.
    ///
    /// @param url the address that the paths of repositories are appended to: `https`, `http`, `ssh` or `file`,
    /// without credentials
    /// @param api where its API is, when that does not follow from the kind and the URL
    public record Address(URI url, Optional<URI> api) {
        private static final Set<String> SCHEMES = Set.of("https", "http", "ssh", "file");

        public Address {
            refuseUnless("URL", SCHEMES, url);
            api.ifPresent(at -> refuseUnless("API", Set.of("https", "http"), at));
        }

        private static void refuseUnless(String what, Set<String> schemes, URI uri) {
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
            if (!schemes.contains(scheme)) {
                throw new IllegalArgumentException("the %s of a connection begins with %s://, not with '%s:'"
                        .formatted(what, String.join("://, ", new TreeSet<>(schemes)), scheme));
            }
            String who = Optional.ofNullable(uri.getUserInfo()).orElse("");
            if (scheme.equals("ssh") ? who.contains(":") : !who.isEmpty()) {
                throw new IllegalArgumentException(
                        "the %s of a connection must not hold credentials: name the user and the file or variable of the token instead"
                                .formatted(what));
            }
        }
    }

    /// The identity for a host; empty for public hosts.
    ///
    /// @param user the name that goes with the token, where the host needs one
    /// @param token for https and the API
    /// @param sshKey the file of a private key for ssh; without it the system's ssh chooses
    public record Credentials(Optional<String> user, Optional<Secret> token, Optional<Path> sshKey) {
        /// No identity: anonymous access.
        public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Under which value of the API its repositories are registered.
    public String provider() {
        return offer.provider();
    }

    /// Whether an account may use the connection.
    public boolean isOpenTo(String account) {
        return offer.accounts().map(accounts -> accounts.contains(account)).orElse(true);
    }

    /// Where the host's API is, without a slash at its end.
    public String api() {
        return address.api().map(Connection::withoutSlash).orElseGet(this::usualApi);
    }

    /// The URL of a repository for git.
    ///
    /// @param repository such as `owner/name`
    /// @throws GitException.NotThere when that cannot be the name of one
    String repositoryUrl(String repository) {
        return webUrl(repository) + (kind == HostKind.GIT || repository.endsWith(".git") ? "" : ".git");
    }

    /// Where people find a repository.
    public String webUrl(String repository) {
        return withoutSlash(address.url()) + "/" + RepositoryName.checked(repository);
    }

    private String usualApi() {
        String url = withoutSlash(address.url());
        return switch (kind) {
            case GITHUB -> url.equals("https://github.com") ? "https://api.github.com" : url + "/api/v3";
            case GITLAB -> url + "/api/v4";
            case BITBUCKET -> "https://api.bitbucket.org/2.0";
            case GIT -> url;
        };
    }

    private static String withoutSlash(URI uri) {
        return uri.toString().replaceFirst("/+$", "");
    }
}
