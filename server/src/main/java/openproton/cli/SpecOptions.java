package openproton.cli;

import picocli.CommandLine.Option;

/// The flags of deployments by spec.
final class SpecOptions {
    @Option(names = "--spec", required = true, paramLabel = "FILE", description = "The spec, in YAML.")
    private String spec = "";

    @Option(names = "--again", description = "Deploy also what is deployed like this already.")
    private boolean again;

    String spec(Outside outside) {
        return TextFile.read(outside.resolve(spec));
    }

    boolean again() {
        return again;
    }
}
