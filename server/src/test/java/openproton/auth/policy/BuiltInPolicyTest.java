package openproton.auth.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import openproton.api.ApiModel;
import openproton.api.OperationShape;
import org.junit.jupiter.api.Test;

class BuiltInPolicyTest {
    @Test
    void builtInPoliciesAllowWhatTheTableSays() throws Exception {
        String table = ApiModel.OPERATIONS.stream().map(BuiltInPolicyTest::row).collect(Collectors.joining());

        try (var golden = getClass().getResourceAsStream("/auth/permissions.txt")) {
            assertThat(table).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(ApiModel.OPERATIONS)
                .filteredOn(operation -> operation.target().startsWith("AwsProton"))
                .hasSize(87);
    }

    private static String row(OperationShape<?, ?> operation) {
        String may = List.of(BuiltInPolicy.values()).stream()
                .filter(policy -> Policy.allow(
                        List.of(policy.policy()), new AccessRequest("proton:" + operation.name(), "*", Map.of())))
                .map(policy -> policy.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return "%-42s %s\n".formatted(operation.name(), may);
    }
}
