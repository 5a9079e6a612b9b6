package openproton.provision.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// How AWS, or something that speaks like it, is reached.
///
/// @param endpoints where its services answer
/// @param region used for everything; empty for the Region of each order
/// @param keys the server's own credentials; empty for those that the default chain of the AWS SDK finds
/// @param assumeRoles whether orders are carried out in the roles they name
/// @param externalId sent whenever a role is assumed
public record AwsSettings(
        Endpoints endpoints,
        Optional<String> region,
        Optional<AccessKeyPair> keys,
        boolean assumeRoles,
        Optional<String> externalId) {

    /// AWS itself, with the credentials that the SDK finds.
    public static final AwsSettings DEFAULT = new AwsSettings(
            new Endpoints(Optional.empty(), Map.of()), Optional.empty(), Optional.empty(), true, Optional.empty());

    /// The services that are called.
    public enum AwsService {
        CLOUDFORMATION,
        S3,
        STS
    }

    /// Where services answer.
    ///
    /// @param all for every service that has none of its own; empty for AWS
    /// @param single of some services
    public record Endpoints(Optional<URI> all, Map<AwsService, URI> single) {
        public Endpoints {
            single = Map.copyOf(single);
        }

        /// Where a service answers; empty for AWS.
        public Optional<URI> of(AwsService service) {
            return Optional.ofNullable(single.get(service)).or(() -> all);
        }
    }

    /// An access key.
    public record AccessKeyPair(String id, String secret) {

        /// Leaves the secret out.
        @Override
        public String toString() {
            return "AccessKeyPair[" + id + "]";
        }
    }
}
