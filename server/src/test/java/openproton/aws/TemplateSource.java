package openproton.aws;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import openproton.base.DataException;
import openproton.render.cloudformation.StackCheck;
import openproton.render.cloudformation.StackTemplate;

/// Finds the template that a request means: in its body, behind a URL of S3, or the one the stack has.
///
/// @param objects the stand-in's S3
record TemplateSource(StandInS3 objects) {
    private static final int BODY_BYTES_MAX = 51_200;

    String text(QueryRequest request, Optional<Stack> stack) {
        var body = request.text("TemplateBody");
        var url = request.text("TemplateURL");
        if (body.isPresent() == url.isPresent() && body.isPresent()) {
            throw AwsRefusal.validation("Only one of TemplateBody or TemplateURL may be specified");
        }
        body.ifPresent(TemplateSource::checkSize);
        return body.or(() -> url.map(this::fetched))
                .or(() -> stack.filter(_ -> request.isTrue("UsePreviousTemplate"))
                        .map(existing -> existing.definition().text()))
                .orElseThrow(() -> AwsRefusal.validation("Either Template URL or Template Body must be specified."));
    }

    /// Reads a template and refuses one with problems.
    static StackTemplate checked(String text) {
        StackTemplate template;
        try {
            template = StackTemplate.parse(text);
        } catch (DataException e) {
            throw AwsRefusal.validation("Template format error: " + e.getMessage());
        }
        for (var problem : StackCheck.of(template)) {
            throw AwsRefusal.validation("Template format error: " + problem);
        }
        return template;
    }

    private static void checkSize(String body) {
        if (body.getBytes(StandardCharsets.UTF_8).length > BODY_BYTES_MAX) {
            throw AwsRefusal.validation("1 validation error detected: Value '" + body.substring(0, 100)
                    + "…' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal"
                    + " to "
                    + BODY_BYTES_MAX);
        }
    }

    private String fetched(String url) {
        URI address = URI.create(url);
        String path = address.getPath().substring(1);
        String host = address.getHost();
        int dot = host.indexOf(".s3");
        String bucket = dot > 0 ? host.substring(0, dot) : path.replaceFirst("/.*", "");
        String key = dot > 0 ? path : path.substring(path.indexOf('/') + 1);
        return objects.object(bucket, key)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> AwsRefusal.validation("S3 error: The specified key does not exist."));
    }
}
