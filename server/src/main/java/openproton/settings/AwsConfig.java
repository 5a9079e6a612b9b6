package openproton.settings;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import openproton.provision.aws.AwsSettings;
import openproton.provision.cloudformation.StackSettings;

/// The configuration of AWS, complete and checked.
///
/// @param settings how it is reached
/// @param stacks how stacks are made
/// @param buildRoles whether commands and Terraform are given credentials of the roles they are to act in
/// @param bundlesFromS3 whether buckets of bundles are those of S3
/// @param customerTags whether infrastructure carries the tags that people gave a resource, too
public record AwsConfig(
        AwsSettings settings, StackSettings stacks, boolean buildRoles, boolean bundlesFromS3, boolean customerTags) {

    /// @throws IllegalArgumentException naming the setting that is wrong, and what would be right
    public static AwsConfig of(Settings settings) {
        var aws = new AwsSettings(
                endpoints(settings),
                given(settings, Setting.AWS_REGION),
                keys(settings),
                settings.flag(Setting.AWS_ASSUME_ROLES),
                given(settings, Setting.AWS_EXTERNAL_ID));
        return new AwsConfig(
                aws,
                new StackSettings(given(settings, Setting.AWS_TEMPLATE_BUCKET), settings.flag(Setting.AWS_CHANGE_SETS)),
                buildRoles(settings, aws),
                bundlesFromS3(settings, aws),
                settings.flag(Setting.AWS_CUSTOMER_TAGS));
    }

    private static AwsSettings.Endpoints endpoints(Settings settings) {
        var single = new EnumMap<AwsSettings.AwsService, URI>(AwsSettings.AwsService.class);
        Map.of(
                        AwsSettings.AwsService.CLOUDFORMATION, Setting.AWS_CLOUDFORMATION,
                        AwsSettings.AwsService.S3, Setting.AWS_S3,
                        AwsSettings.AwsService.STS, Setting.AWS_STS)
                .forEach((service, setting) ->
                        address(settings, setting).ifPresent(address -> single.put(service, address)));
        return new AwsSettings.Endpoints(address(settings, Setting.AWS_ENDPOINT), single);
    }

    private static Optional<URI> address(Settings settings, Setting setting) {
        return given(settings, setting).map(text -> {
            if (!text.matches("https?://[^/?#\\s]+/?")) {
                throw new IllegalArgumentException(
                        "the setting %s (%s) is '%s'; an address such as http://127.0.0.1:5000 is expected"
                                .formatted(setting.key(), setting.variable(), text));
            }
            return URI.create(text);
        });
    }

    private static Optional<AwsSettings.AccessKeyPair> keys(Settings settings) {
        Optional<String> id = given(settings, Setting.AWS_KEY_ID);
        Optional<String> secret = given(settings, Setting.AWS_SECRET);
        if (id.isPresent() != secret.isPresent()) {
            throw new IllegalArgumentException("the settings %s and %s belong together: only one of them is set"
                    .formatted(Setting.AWS_KEY_ID.key(), Setting.AWS_SECRET.key()));
        }
        return id.map(key -> new AwsSettings.AccessKeyPair(key, secret.orElseThrow()));
    }

    /// Credentials that the machine happens to have do not switch roles for builds on; an operator configures them.
    private static boolean buildRoles(Settings settings, AwsSettings aws) {
        boolean configured = aws.endpoints().of(AwsSettings.AwsService.STS).isPresent()
                || aws.keys().isPresent();
        boolean wanted =
                settings.text(Setting.AWS_BUILD_ROLES).isEmpty() ? configured : settings.flag(Setting.AWS_BUILD_ROLES);
        return wanted && aws.assumeRoles();
    }

    /// Credentials that the machine happens to have do not replace folders by buckets of S3.
    private static boolean bundlesFromS3(Settings settings, AwsSettings aws) {
        String source = settings.text(Setting.BUNDLES_SOURCE);
        return switch (source) {
            case "s3" -> true;
            case "folder" -> false;
            case "" ->
                aws.endpoints().of(AwsSettings.AwsService.S3).isPresent()
                        || aws.keys().isPresent();
            default ->
                throw new IllegalArgumentException("the setting %s (%s) is '%s'; folder or s3 is expected"
                        .formatted(Setting.BUNDLES_SOURCE.key(), Setting.BUNDLES_SOURCE.variable(), source));
        };
    }

    private static Optional<String> given(Settings settings, Setting setting) {
        return Optional.of(settings.text(setting)).filter(text -> !text.isEmpty());
    }
}
