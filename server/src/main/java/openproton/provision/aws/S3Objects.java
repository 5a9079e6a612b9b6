package openproton.provision.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Objects in S3 or a store that speaks like it, read and written with the server's own credentials.
///
/// Every method throws [AwsRefusal] for failures that retries cannot change, and another exception for those that they
/// may.
public final class S3Objects {
    private final AwsClients clients;

    public S3Objects(AwsClients clients) {
        this.clients = clients;
    }

    /// The bytes of an object.
    ///
    /// @param bytesMax the largest object that is read
    public byte[] fetch(String bucket, String key, long bytesMax) {
        return attempt(bucket, key, "read", s3 -> {
            try (var object = s3.getObject(
                    request -> request.bucket(bucket).key(key).overrideConfiguration(clients.as(clients.server())))) {
                byte[] content = object.readNBytes(Math.toIntExact(bytesMax + 1));
                if (content.length > bytesMax) {
                    object.abort();
                    throw refusal("The object '%s' of bucket '%s' is larger than %d MB"
                            .formatted(key, bucket, bytesMax >> 20));
                }
                return content;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /// Writes an object of text; answers where CloudFormation finds it.
    public URI put(String bucket, String key, String text) {
        return attempt(bucket, key, "write", s3 -> {
            s3.putObject(
                    request -> request.bucket(bucket).key(key).overrideConfiguration(clients.as(clients.server())),
                    RequestBody.fromBytes(text.getBytes(StandardCharsets.UTF_8)));
            return URI.create(s3.utilities()
                    .getUrl(request -> request.bucket(bucket).key(key))
                    .toString());
        });
    }

    /// Deletes an object, if it is there.
    public void delete(String bucket, String key) {
        attempt(
                bucket,
                key,
                "delete",
                s3 -> s3.deleteObject(request ->
                        request.bucket(bucket).key(key).overrideConfiguration(clients.as(clients.server()))));
    }

    private <T> T attempt(String bucket, String key, String verb, Call<T> call) {
        try {
            return call.on(clients.s3(clients.server().region()));
        } catch (AwsServiceException answer) {
            if (AwsFault.of(answer) instanceof AwsFault.Passing) {
                throw answer;
            }
            throw refusal(why(bucket, key, verb, answer));
        }
    }

    private static String why(String bucket, String key, String verb, AwsServiceException answer) {
        return switch (AwsFault.code(answer)) {
            case "NoSuchBucket" -> "There is no bucket '%s' in S3: create it, or name another one".formatted(bucket);
            case "NoSuchKey" ->
                "There is no object '%s' in bucket '%s': put it there, or name another key".formatted(key, bucket);
            case "AccessDenied", "Forbidden", "InvalidAccessKeyId", "SignatureDoesNotMatch" ->
                "The server may not %s the object '%s' of bucket '%s' (%s): give its credentials access to the bucket"
                        .formatted(verb, key, bucket, AwsFault.text(answer));
            default ->
                "The server cannot %s the object '%s' of bucket '%s': %s"
                        .formatted(verb, key, bucket, AwsFault.text(answer));
        };
    }

    private static AwsRefusal refusal(String why) {
        return new AwsRefusal(AwsRefusal.Reason.RIGHTS, why);
    }

    @FunctionalInterface
    private interface Call<T> {
        T on(S3Client s3);
    }
}
