package openproton.base;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Amazon Resource Name of something: `arn:partition:service:region:account:resource`.
///
/// @param partition `aws`, `aws-cn` or `aws-us-gov`
/// @param service the service's prefix, such as `proton` or `iam`
/// @param region the Region's code, empty for global services
/// @param account twelve digits
/// @param resource everything behind the fifth colon, such as `environment/prod`
public record Arn(String partition, String service, String region, String account, String resource) {
    private static final Pattern FORM =
            Pattern.compile("arn:(aws|aws-cn|aws-us-gov):([a-zA-Z0-9-]+):([a-zA-Z0-9-]*):(\\d{12}):(.+)");

    /// Reads an ARN; empty when the text does not have the form of one.
    public static Optional<Arn> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new Arn(parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5)))
                : Optional.empty();
    }

    /// The ARN of a Proton resource in the standard partition of a Region.
    public static Arn proton(String region, String account, String resource) {
        return new Arn(partitionOf(region), "proton", region, account, resource);
    }

    /// Another resource of the same service, account and Region.
    public Arn withResource(String other) {
        return new Arn(partition, service, region, account, other);
    }

    /// The partition that a Region belongs to.
    private static String partitionOf(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
