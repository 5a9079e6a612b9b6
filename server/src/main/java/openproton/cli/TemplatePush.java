package openproton.cli;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import openproton.api.TemplateVersionStatus;
import openproton.render.bundle.BundleArchive;
import openproton.render.bundle.BundleLimits;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateKind;

/// Registers a bundle as a version of a template, from the check on this machine to the publication.
record TemplatePush(ApiClient client, Outside outside) {

    /// What is to be registered.
    ///
    /// @param line which major version it belongs to
    record Order(
            String name,
            BundleFolder bundle,
            TemplateKind kind,
            TemplateCalls.Titles titles,
            Line line,
            TemplateCalls.Fit fit) {}

    /// Which major version a new version belongs to.
    sealed interface Line {
        /// The highest that is there, or the first.
        record Newest() implements Line {}

        /// A new one.
        record Next() implements Line {}

        /// This one.
        record Named(String major) implements Line {}
    }

    /// Registers a bundle; one that is the newest version already is not registered again.
    ///
    /// @return a version that can be deployed
    /// @throws CommandFailure with the reason when the server does not take the bundle
    TemplateVersion push(Order order) {
        boolean customerManaged = order.bundle().customerManaged(order.kind());
        TemplateBundle.check(order.bundle().files(), order.kind(), customerManaged, BundleLimits.STANDARD);
        byte[] archive = BundleArchive.pack(order.bundle().files());
        String digest = digest(archive);
        var calls = TemplateCalls.of(order.kind(), client);
        if (calls.find(order.name()).isEmpty()) {
            calls.create(order.name(), order.titles(), customerManaged);
            note("%s: created the template".formatted(order.name()));
        }
        Optional<TemplateVersion> newest = newest(calls, order);
        Optional<TemplateVersion> same = newest.filter(version -> isUsable(version)
                && version.description().equals(Optional.of(description(digest)))
                && !(order.line() instanceof Line.Next));
        if (same.isPresent()) {
            note("%s: version %s is this bundle already"
                    .formatted(order.name(), same.get().number()));
            return same.get();
        }
        return register(calls, order, archive, major(order.line(), newest));
    }

    /// Makes a version the recommended one.
    void publish(TemplateKind kind, String name, TemplateVersion version) {
        if (version.status() != TemplateVersionStatus.PUBLISHED) {
            TemplateCalls.of(kind, client).publish(name, version);
            note("%s: version %s is published".formatted(name, version.number()));
        }
    }

    private TemplateVersion register(TemplateCalls calls, Order order, byte[] archive, Optional<String> major) {
        String digest = digest(archive);
        String key = "%s/%s.tar.gz".formatted(order.name(), digest);
        new BundleUpload(client, outside.ids().next()).send(key, archive);
        note("%s: sent %,d bytes, registering ...".formatted(order.name(), archive.length));
        var started = calls.createVersion(
                order.name(),
                new TemplateCalls.NewVersion(
                        key,
                        description(digest),
                        major,
                        order.fit(),
                        outside.ids().next()));
        TemplateVersion version = registered(calls, order.name(), started);
        if (version.status() == TemplateVersionStatus.REGISTRATION_FAILED) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "version %s of template '%s' was not registered: %s"
                            .formatted(
                                    version.number(),
                                    order.name(),
                                    version.statusMessage().orElse("no reason given")));
        }
        note("%s: version %s is registered".formatted(order.name(), version.number()));
        return version;
    }

    private TemplateVersion registered(TemplateCalls calls, String name, TemplateVersion started) {
        TemplateVersion version = started;
        while (version.status() == TemplateVersionStatus.REGISTRATION_IN_PROGRESS) {
            outside.pause();
            version = calls.version(name, started.major(), started.minor())
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.FAILED,
                            "version %s of '%s' was deleted meanwhile".formatted(started.number(), name)));
        }
        return version;
    }

    private static Optional<TemplateVersion> newest(TemplateCalls calls, Order order) {
        return calls.versions(order.name()).stream()
                .filter(version -> !(order.line() instanceof Line.Named(String major))
                        || version.major().equals(major))
                .max(Comparator.comparing((TemplateVersion version) -> new BigInteger(version.major()))
                        .thenComparing(version -> new BigInteger(version.minor())));
    }

    private static Optional<String> major(Line line, Optional<TemplateVersion> newest) {
        return switch (line) {
            case Line.Newest() -> newest.map(TemplateVersion::major);
            case Line.Next() -> Optional.empty();
            case Line.Named(String major) -> Optional.of(major);
        };
    }

    private static boolean isUsable(TemplateVersion version) {
        return version.status() == TemplateVersionStatus.DRAFT || version.status() == TemplateVersionStatus.PUBLISHED;
    }

    private static String description(String digest) {
        return "bundle " + digest;
    }

    private static String digest(byte[] archive) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void note(String line) {
        outside.terminal().note(line);
    }
}
