package openproton.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import openproton.provision.terraform.TerraformSettings;
import openproton.provision.terraform.TerraformSettings.Backends;

/// The configuration of Terraform, which this server runs.
///
/// @param settings how it is run
public record TerraformConfig(TerraformSettings settings) {
    private static final int GRACE_SECONDS_MAX = 3600;

    /// The configuration of some settings.
    ///
    /// @param inherited the variables of this process
    /// @throws IllegalArgumentException naming the setting that is wrong, and what would be right
    public static TerraformConfig of(Settings settings, Map<String, String> inherited) {
        var variables = new TreeMap<>(handedOn(settings.text(Setting.TERRAFORM_VARIABLES), inherited));
        String cache = settings.text(Setting.TERRAFORM_PLUGIN_CACHE);
        if (!cache.isEmpty()) {
            variables.put("TF_PLUGIN_CACHE_DIR", cache);
        }
        return new TerraformConfig(new TerraformSettings(
                settings.text(Setting.TERRAFORM_COMMAND),
                backends(settings.text(Setting.TERRAFORM_BACKENDS)),
                Duration.ofSeconds(settings.number(Setting.TERRAFORM_GRACE, 1, GRACE_SECONDS_MAX)),
                variables));
    }

    private static Map<String, String> handedOn(String names, Map<String, String> inherited) {
        var handedOn = new TreeMap<String, String>();
        Stream.concat(Stream.of("TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR"), Arrays.stream(names.split("[,\\s]+")))
                .filter(name -> !name.isEmpty())
                .forEach(name -> inherited.forEach((variable, value) -> {
                    if (isMeant(name, variable)) {
                        handedOn.put(variable, value);
                    }
                }));
        return handedOn;
    }

    private static boolean isMeant(String name, String variable) {
        return name.endsWith("*") ? variable.startsWith(name.substring(0, name.length() - 1)) : variable.equals(name);
    }

    private static Backends backends(String text) {
        for (Backends backends : Backends.values()) {
            if (backends.name().toLowerCase(Locale.ROOT).equals(text)) {
                return backends;
            }
        }
        throw new IllegalArgumentException("the setting %s (%s) is '%s'; refuse, replace or keep is expected"
                .formatted(Setting.TERRAFORM_BACKENDS.key(), Setting.TERRAFORM_BACKENDS.variable(), text));
    }
}
