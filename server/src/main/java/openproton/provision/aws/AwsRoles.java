package openproton.provision.aws;

import java.time.Duration;
import java.util.Map;
import openproton.api.ConflictException;
import openproton.auth.credential.RoleSource;
import openproton.auth.credential.SessionCredentials;

/// Assumes roles at STS, to lend their credentials to builds.
public record AwsRoles(AwsClients clients, AwsSettings settings) implements RoleSource {

    @Override
    public SessionCredentials open(String region, String role, String resource, Duration life) {
        try {
            return clients.open(region, role, resource, life);
        } catch (AwsRefusal refusal) {
            throw new ConflictException(String.valueOf(refusal.getMessage()));
        }
    }

    @Override
    public Map<String, String> variables() {
        return settings.endpoints()
                .all()
                .map(address -> Map.of("AWS_ENDPOINT_URL", address.toString()))
                .orElse(Map.of());
    }
}
