package openproton.cli.command.template;

import java.nio.file.Path;
import java.util.Optional;
import openproton.cli.offline.BundleFolder;
import openproton.cli.offline.GivenOutputs;
import openproton.cli.offline.OfflineBundle;
import openproton.cli.terminal.CommandContext;
import openproton.render.bundle.TemplateKind;
import picocli.CommandLine.Option;

/// The options for a bundle folder that is used without a server.
final class BundleOptions {
    private final CommandContext context;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "environment or service. Default: decided by the folders of the bundle.")
    private Optional<TemplateKind> kind = Optional.empty();

    @Option(names = "--no-pipeline", description = "The service template has no pipeline (CUSTOMER_MANAGED).")
    private boolean noPipeline;

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            description = "Outputs of environments and instances, in place of deployed ones.")
    private Optional<String> outputs = Optional.empty();

    BundleOptions(CommandContext context) {
        this.context = context;
    }

    Optional<TemplateKind> kind() {
        return kind;
    }

    boolean noPipeline() {
        return noPipeline;
    }

    /// Reads and checks the bundle in a folder.
    OfflineBundle check(String folder) {
        return OfflineBundle.check(BundleFolder.read(context.resolve(folder)), kind, noPipeline);
    }

    /// The path of the file of outputs.
    Optional<Path> outputsFile() {
        return outputs.map(context::resolve);
    }

    /// The outputs in the file, if one is given.
    Optional<GivenOutputs> outputs() {
        return outputsFile().map(GivenOutputs::read);
    }
}
