package openproton.change.order;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import openproton.api.DeploymentTargetResourceType;
import openproton.change.Target;

/// The stack name of a resource: the same for all its life, different from that of any other.
final class StackName {
    private static final int LENGTH_MAX = 128;
    private static final int CHECKSUM_LENGTH = 9;

    private StackName() {}

    /// `AWSProton-` and the names of the resource: letters, digits and hyphens only. Except for environments whose name
    /// can stand as it is, a checksum of the ARN is added.
    static String of(Target target) {
        String names = target.service().isEmpty()
                ? target.name()
                : String.join("-", target.environment(), target.service(), target.name());
        String clean = names.replaceAll("[^A-Za-z0-9-]", "-");
        String whole = "AWSProton-" + clean;
        boolean environment = target.type() == DeploymentTargetResourceType.ENVIRONMENT;
        boolean lossless = environment && clean.equals(names) && !names.contains("--");
        if (lossless && whole.length() <= LENGTH_MAX) {
            return whole;
        }
        int room = LENGTH_MAX - CHECKSUM_LENGTH;
        return whole.substring(0, Math.min(room, whole.length())) + "-" + checksum(target.arn());
    }

    private static String checksum(String text) {
        var checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(checksum.getValue());
    }
}
