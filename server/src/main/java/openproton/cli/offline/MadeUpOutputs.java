package openproton.cli.offline;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateDirectory;
import openproton.render.namespace.EnvironmentFacts;
import openproton.render.namespace.ServiceFacts;
import openproton.render.preview.DeployedFacts;

/// Plausible values for every output that the templates of a bundle read, for tests without given outputs.
///
/// @param environment outputs of every environment by key
/// @param instance outputs of every instance by key
record MadeUpOutputs(Map<String, String> environment, Map<String, String> instance) implements DeployedFacts {
    private static final String ACCOUNT = "000000000000";
    private static final Pattern READ = Pattern.compile(
            "(\\w+)(?:\\[[^\\]]*\\])?\\.outputs(?:\\.get\\(\\s*|\\[\\s*|\\.(?!\\w+\\())(?:(['\"])([^'\"]+)\\2|(\\w+))");
    private static final Set<String> COMPONENT = Set.of("default");

    /// Reads the names of outputs from the templates of a bundle.
    static MadeUpOutputs of(TemplateBundle bundle) {
        return new MadeUpOutputs(
                values(bundle, owner -> owner.equals("environment")),
                values(bundle, owner -> !owner.equals("environment") && !COMPONENT.contains(owner)));
    }

    /// The names of all outputs that have a value.
    Set<String> names() {
        return Stream.of(environment, instance)
                .flatMap(outputs -> outputs.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public EnvironmentFacts environment(String name) {
        return new EnvironmentFacts(name, ACCOUNT, environment);
    }

    @Override
    public ServiceFacts service(String name) {
        return new ServiceFacts(
                name,
                "main",
                "made-up/" + name,
                "arn:aws:codestar-connections:us-east-1:%s:connection/made-up".formatted(ACCOUNT));
    }

    @Override
    public Map<String, String> instance(String name) {
        return instance;
    }

    private static Map<String, String> values(TemplateBundle bundle, Predicate<String> owner) {
        var values = new TreeMap<String, String>();
        bundle.directories().values().stream()
                .flatMap(directory -> text(directory).stream())
                .flatMap(text -> READ.matcher(text).results())
                .filter(read -> owner.test(read.group(1)))
                .map(MadeUpOutputs::name)
                .forEach(name -> values.put(name, value(name)));
        return values;
    }

    private static String name(MatchResult read) {
        return Optional.ofNullable(read.group(3)).orElseGet(() -> read.group(4));
    }

    /// The file of a directory that Jinja evaluates.
    private static Optional<String> text(TemplateDirectory directory) {
        return switch (directory.manifest()) {
            case Manifest.CloudFormation(String file) -> directory.selected().text(file);
            case Manifest.CodeBuild _ ->
                directory
                        .files()
                        .text("manifest.yaml")
                        .or(() -> directory.files().text("manifest.yml"));
            case Manifest.Terraform _ -> Optional.empty();
        };
    }

    private static String value(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        boolean several = word.endsWith("s") && !word.endsWith("address");
        String one = single(word);
        return several && one.matches("(subnet|sg|vpc)-.*") ? "%s,%s".formatted(one, one.replace('0', '1')) : one;
    }

    private static String single(String word) {
        if (word.contains("arn")) {
            return "arn:aws:iam::%s:%s/made-up".formatted(ACCOUNT, word.contains("policy") ? "policy" : "role");
        } else if (word.contains("subnet")) {
            return "subnet-00000000";
        } else if (word.contains("securitygroup") || word.contains("security_group")) {
            return "sg-00000000";
        } else if (word.contains("vpc")) {
            return "vpc-00000000";
        } else if (word.contains("cidr")) {
            return "10.0.0.0/16";
        } else if (word.contains("port")) {
            return "8080";
        } else if (word.contains("url") || word.contains("endpoint")) {
            return "https://made-up.example";
        }
        return "made-up";
    }
}
