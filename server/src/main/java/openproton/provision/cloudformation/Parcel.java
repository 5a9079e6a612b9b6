package openproton.provision.cloudformation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import openproton.provision.aws.AwsRefusal;
import openproton.provision.aws.S3Objects;
import org.jspecify.annotations.Nullable;

/// Hands CloudFormation a template: in the request, or as an object where it is larger than a request may carry.
///
/// @param objects where large templates are put
/// @param bucket the bucket for them; empty when none is set
record Parcel(S3Objects objects, Optional<String> bucket) {
    private static final int INLINE_BYTES_MAX = 51_200;

    /// A template as a request carries it.
    ///
    /// @param body its text, unless there is an address
    /// @param address of the object that holds it
    record Packed(@Nullable String body, @Nullable String address) {}

    /// @param name of the object, if one is needed
    Packed pack(String template, String name) {
        if (!isLarge(template)) {
            return new Packed(template, null);
        }
        String into = bucket.orElseThrow(() -> new AwsRefusal(
                AwsRefusal.Reason.RIGHTS,
                ("The rendered template has %d bytes; CloudFormation takes at most %d in a request. Name a bucket for"
                                + " larger ones in the setting aws.template-bucket (OPENPROTON_AWS_TEMPLATE_BUCKET).")
                        .formatted(bytes(template), INLINE_BYTES_MAX)));
        return new Packed(null, objects.put(into, key(name), template).toString());
    }

    /// Deletes the object, if there was need of one.
    void remove(String template, String name) {
        bucket.filter(_ -> isLarge(template)).ifPresent(from -> objects.delete(from, key(name)));
    }

    private static String key(String name) {
        return "openproton/" + name + ".template";
    }

    private static boolean isLarge(String template) {
        return bytes(template) > INLINE_BYTES_MAX;
    }

    private static int bytes(String template) {
        return template.getBytes(StandardCharsets.UTF_8).length;
    }
}
