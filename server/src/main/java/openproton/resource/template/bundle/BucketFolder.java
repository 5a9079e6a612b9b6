package openproton.resource.template.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import openproton.render.BundleException;

/// Buckets as folders: bucket `B` is the folder `B`, made on demand, and a key is a path below it; in the bucket
/// [#OWN] each account has a folder of its own.
///
/// @param root the folder of all buckets
/// @param bytesMax the largest object that is read or written
public record BucketFolder(Path root, long bytesMax) implements Buckets {

    @Override
    public byte[] fetch(String account, String bucket, String key) {
        Path file = object(account, bucket, key);
        try {
            Files.createDirectories(root.resolve(bucket));
            if (!Files.isRegularFile(file)) {
                throw new BundleException(
                        "There is no object '%s' in bucket '%s': put the bundle at %s, or name another key"
                                .formatted(key, bucket, root.getFileName().resolve(root.relativize(file))));
            }
            if (Files.size(file) > bytesMax) {
                throw new BundleException("The bundle is larger than %d MB".formatted(bytesMax >> 20));
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Writes the part beside the object; the last part puts the whole in place.
    @Override
    public long put(String account, String bucket, String key, Part part) {
        if (!bucket.equals(OWN)) {
            throw new BundleException(
                    "bucket '%s' is a folder of the server, which all accounts share: put the bundle there yourself, or bring it to bucket '%s'"
                            .formatted(bucket, OWN));
        }
        Path file = object(account, bucket, key);
        Path unfinished = file.resolveSibling(file.getFileName() + "." + part.upload() + ".part");
        try {
            Files.createDirectories(file.getParent());
            long size = append(unfinished, part);
            if (part.last()) {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return size;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private long append(Path unfinished, Part part) throws IOException {
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (part.position() > channel.size() || part.position() + part.content().length > bytesMax) {
                throw new BundleException("a part at byte %d does not fit: %d bytes are there, %d MB are allowed"
                        .formatted(part.position(), channel.size(), bytesMax >> 20));
            }
            channel.truncate(part.position());
            channel.position(part.position());
            channel.write(ByteBuffer.wrap(part.content()));
            return channel.size();
        }
    }

    private Path object(String account, String bucket, String key) {
        try {
            Path folder = root.resolve(bucket)
                    .resolve(bucket.equals(OWN) ? account : "")
                    .normalize();
            Path file = folder.resolve(key).normalize();
            if (key.startsWith("/") || !folder.startsWith(root) || !file.startsWith(folder) || file.equals(folder)) {
                throw leaves(bucket, key);
            }
            return file;
        } catch (InvalidPathException broken) {
            throw leaves(bucket, key);
        }
    }

    private static BundleException leaves(String bucket, String key) {
        return new BundleException("The key '%s' leaves bucket '%s'".formatted(key, bucket));
    }
}
