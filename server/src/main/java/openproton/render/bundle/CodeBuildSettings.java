package openproton.render.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The `settings` of a CodeBuild manifest; every string is a Jinja template.
///
/// @param image the container image of the build
/// @param runtimes language to version, as written: `3.10` is not 3.1
/// @param commands the commands to run
/// @param projectProperties what to add to the build project
/// @param inputType the format of the inputs file
/// @param variables environment variables of the build
public record CodeBuildSettings(
        String image,
        Map<String, String> runtimes,
        Commands commands,
        Map<String, Object> projectProperties,
        InputFormat inputType,
        Variables variables) {

    public CodeBuildSettings {
        runtimes = ordered(runtimes);
        projectProperties = ordered(projectProperties);
    }

    /// Shell commands, run in order in one session.
    ///
    /// @param provision for create and update
    /// @param deprovision for delete
    public record Commands(List<String> provision, List<String> deprovision) {
        public Commands {
            provision = List.copyOf(provision);
            deprovision = List.copyOf(deprovision);
        }
    }

    /// Environment variables.
    ///
    /// @param plain name to value
    /// @param secrets name to `secret-id:json-key`
    public record Variables(Map<String, String> plain, Map<String, String> secrets) {
        public Variables {
            plain = ordered(plain);
            secrets = ordered(secrets);
        }
    }

    /// The format of the inputs file.
    public enum InputFormat {
        /// `proton-inputs.json`
        JSON,
        /// `proton-inputs.tfvars` and `proton-inputs.auto.tfvars`
        HCL
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
