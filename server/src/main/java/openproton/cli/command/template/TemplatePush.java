package openproton.cli.command.template;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import openproton.api.TemplateVersionStatus;
import openproton.cli.offline.BundleFolder;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.wire.TemplateCalls;
import openproton.cli.wire.TemplateVersion;
import openproton.render.bundle.BundleArchive;
import openproton.render.bundle.BundleLimits;
import openproton.render.bundle.TemplateBundle;

/// Registers bundles as versions of one template.
///
/// @param name of the template
public record TemplatePush(TemplateCalls calls, CommandContext context, String name) {

    /// Checks the bundle, and creates the template when it does not exist.
    ///
    /// @throws openproton.render.BundleException when the bundle is not valid
    public void create(BundleFolder bundle, TemplateCalls.Titles titles) {
        boolean customerManaged = bundle.customerManaged(calls.kind());
        TemplateBundle.check(bundle.files(), calls.kind(), customerManaged, BundleLimits.STANDARD);
        if (calls.find(name).isEmpty()) {
            calls.create(name, titles, customerManaged);
            note("%s: created the template".formatted(name));
        }
    }

    /// Uploads and registers a bundle, unless the newest version has the same bundle.
    ///
    /// @return the new version, or the newest one
    /// @throws CommandFailure with the server's reason when the registration fails
    public TemplateVersion register(
            BundleFolder bundle, MajorChoice choice, TemplateCalls.CompatibleWith compatibility) {
        byte[] archive = BundleArchive.pack(bundle.files());
        String digest = digest(archive);
        Optional<TemplateVersion> newest = newest(choice);
        Optional<TemplateVersion> same = newest.filter(version -> isUsable(version)
                && version.description().equals(Optional.of(description(digest)))
                && !(choice instanceof MajorChoice.Next));
        if (same.isPresent()) {
            note("%s: version %s has the same bundle already"
                    .formatted(name, same.get().number()));
            return same.get();
        }
        String key = "%s/%s.tar.gz".formatted(name, digest);
        new BundleUpload(calls.client(), context.ids().next()).send(key, archive);
        note("%s: uploaded %,d bytes, registering ...".formatted(name, archive.length));
        var version = calls.createVersion(
                name,
                new TemplateCalls.NewVersion(
                        key,
                        description(digest),
                        major(choice, newest),
                        compatibility,
                        context.ids().next()));
        return registered(version);
    }

    /// Publishes a version, unless it is published already.
    public void publish(TemplateVersion version) {
        if (version.status() != TemplateVersionStatus.PUBLISHED) {
            calls.publish(name, version);
            note("%s: published version %s".formatted(name, version.number()));
        }
    }

    private TemplateVersion registered(TemplateVersion started) {
        TemplateVersion version = started;
        while (version.status() == TemplateVersionStatus.REGISTRATION_IN_PROGRESS) {
            context.pause();
            version = calls.version(name, started.major(), started.minor())
                    .orElseThrow(() ->
                            CommandFailure.failed("version %s of template '%s' was deleted during its registration"
                                    .formatted(started.number(), name)));
        }
        if (version.status() == TemplateVersionStatus.REGISTRATION_FAILED) {
            throw CommandFailure.failed("version %s of template '%s' was not registered: %s"
                    .formatted(version.number(), name, version.statusMessage().orElse("no reason given")));
        }
        note("%s: registered version %s".formatted(name, version.number()));
        return version;
    }

    private Optional<TemplateVersion> newest(MajorChoice choice) {
        return calls.versions(name).stream()
                .filter(version -> !(choice instanceof MajorChoice.Named(String major))
                        || version.major().equals(major))
                .max(Comparator.comparing((TemplateVersion version) -> new BigInteger(version.major()))
                        .thenComparing(version -> new BigInteger(version.minor())));
    }

    private static Optional<String> major(MajorChoice choice, Optional<TemplateVersion> newest) {
        return switch (choice) {
            case MajorChoice.Newest() -> newest.map(TemplateVersion::major);
            case MajorChoice.Next() -> Optional.empty();
            case MajorChoice.Named(String major) -> Optional.of(major);
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
        context.terminal().note(line);
    }
}
