package openproton.provision.cloudformation.stack;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import openproton.provision.aws.AwsRefusal;
import openproton.provision.aws.S3Objects;
import org.jspecify.annotations.Nullable;

/// Passes a template to CloudFormation: in the request, or as an S3 object when it is too large for a request.
///
/// @param objects where large templates are put
/// @param bucket the bucket for them; empty when none is set
public record TemplateUpload(S3Objects objects, Optional<String> bucket) {
    private static final int INLINE_BYTES_MAX = 51_200;

    /// The two arguments of a request that can hold a template; one of them is null.
    ///
    /// @param body the text
    /// @param address the URL of the object
    record TemplateArgument(@Nullable String body, @Nullable String address) {}

    /// @param name the name of the object, if one is needed
    public TemplateArgument pack(String template, String name) {
        if (!isLarge(template)) {
            return new TemplateArgument(template, null);
        }
        String into = bucket.orElseThrow(() -> new AwsRefusal(
                AwsRefusal.Reason.RIGHTS,
                ("The rendered template has %d bytes; CloudFormation takes at most %d in a request. Name a bucket for"
                                + " larger ones in the setting aws.template-bucket (OPENPROTON_AWS_TEMPLATE_BUCKET).")
                        .formatted(bytes(template), INLINE_BYTES_MAX)));
        return new TemplateArgument(null, objects.put(into, key(name), template).toString());
    }

    /// Deletes the object, if there is one.
    public void remove(String template, String name) {
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
