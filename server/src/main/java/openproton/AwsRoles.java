package openproton;

import java.time.Duration;
import java.util.Map;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.AwsSettings;
import openproton.provision.aws.RoleSession;

/// Assumes roles for builds where AWS is reached.
record AwsRoles(AwsClients clients, AwsSettings settings) implements HouseAccess.Roles {

    @Override
    public RoleSession open(String region, String role, String resource, Duration life) {
        return clients.open(region, role, resource, life);
    }

    @Override
    public Map<String, String> variables() {
        return settings.endpoints()
                .all()
                .map(address -> Map.of("AWS_ENDPOINT_URL", address.toString()))
                .orElse(Map.of());
    }
}
