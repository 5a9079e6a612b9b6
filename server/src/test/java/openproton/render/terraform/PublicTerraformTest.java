package openproton.render.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openproton.base.FileTree;
import openproton.base.Json;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every published Terraform bundle below OPENPROTON_PUBLIC_BUNDLES, compiled with the inputs of its spec; and the
/// folders that Proton itself compiled once, where somebody published them.
@EnabledIf("isPossible")
class PublicTerraformTest {
    private static final String FOLDER = "OPENPROTON_PUBLIC_BUNDLES";
    private static final Pattern FILE_NAME = Pattern.compile("[\\w.-]+\\.tf\\b");
    private static final Pattern MISSING_FROM_OUTSIDE =
            Pattern.compile(".*(Failed to query available provider packages|Error accessing remote module registry)");

    @TempDir
    private Path folder = Path.of("");

    static boolean isPossible() {
        boolean there = root().isPresent();
        if (!there) {
            System.out.println("skipped: %s names no folder with clones of public bundles".formatted(FOLDER));
        }
        return there && RealTerraform.isThere();
    }

    private static Optional<Path> root() {
        return Optional.ofNullable(System.getenv(FOLDER)).map(Path::of).filter(Files::isDirectory);
    }

    static List<PublicTerraform> bundles() {
        return PublicTerraform.below(root().orElseThrow());
    }

    static List<Path> foldersOfProton() throws IOException {
        try (Stream<Path> files = Files.walk(root().orElseThrow())) {
            return files.filter(folder -> Files.exists(folder.resolve(".proton/deployment-metadata.json")))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void whatIsCompiledIsFormattedWhereItWasFormattedBefore(PublicTerraform bundle) {
        Set<String> before = unformatted("before", bundle.own());
        Set<String> after = unformatted("after", bundle.compiled());
        Set<String> marked = unformatted("marked", TerraformFiles.deleted(bundle.compiled()));

        assertThat(after).isEqualTo(before);
        assertThat(marked).isEqualTo(before);
        assertThat(TerraformFiles.warnings(bundle.directory())).isEmpty();
    }

    /// The files that are not formatted, or cannot be read at all.
    private Set<String> unformatted(String name, FileTree files) {
        String list = RealTerraform.in(folder.resolve(name), files)
                .attempt("fmt", "-check", ".")
                .printed();
        return FILE_NAME.matcher(list).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void itsValuesHaveTheTypesOfItsVariables(PublicTerraform bundle) {
        FileTree compiled = bundle.compiled();
        FileTree generated = FileTree.EMPTY;
        for (String name : compiled.files().keySet()) {
            if (name.startsWith("proton.")) {
                generated = generated.with(name, compiled.text(name).orElseThrow());
            }
        }
        RealTerraform terraform = RealTerraform.in(folder.resolve("values"), generated);

        terraform.run("init", "-input=false");
        assertThat(terraform.run("plan", "-input=false", "-no-color")).contains("No changes.");
    }

    /// Without its providers a configuration is still read as a whole; what is wrong in it is said before providers
    /// are looked for.
    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void itIsValidAsFarAsThatCanBeToldWithoutItsProviders(PublicTerraform bundle) throws IOException {
        FileTree inside = Outside.cutFrom(bundle.compiled());
        Set<String> needs = Outside.needs(inside);
        Path config = Files.writeString(
                folder.resolve("terraformrc"),
                "provider_installation {\n  filesystem_mirror {\n    path = \"%s\"\n  }\n}\n".formatted(folder));
        RealTerraform terraform =
                RealTerraform.in(folder.resolve("valid"), inside).configured(config);
        RealTerraform.Ended init = terraform.attempt("init", "-backend=false", "-input=false", "-no-color");

        if (needs.isEmpty()) {
            assertThat(terraform.run("validate", "-no-color")).contains("Success!");
        } else {
            System.out.printf("%s cannot be validated without %s%n", bundle, needs);
            assertThat(init.printed().lines().filter(line -> line.startsWith("Error: ") || line.contains("│ Error: ")))
                    .isNotEmpty()
                    .allMatch(line -> MISSING_FROM_OUTSIDE.matcher(line).matches());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foldersOfProton")
    void foldersThatProtonMadeHaveTheSameFilesAndMembers(Path made) {
        Map<?, ?> metadata = json(made.resolve(".proton/deployment-metadata.json"));
        boolean environment = String.valueOf(resource(metadata).get("arn")).contains(":environment/");
        TerraformCase ours = environment ? TerraformCase.ENVIRONMENT : TerraformCase.INSTANCE;
        Map<?, ?> ourMetadata = (Map<?, ?>) Objects.requireNonNull(
                Json.read(ours.files().text(TerraformFiles.METADATA).orElseThrow()));

        assertThat(ourMetadata.keySet()).isEqualTo(metadata.keySet());
        assertThat(resource(ourMetadata).keySet()).isEqualTo(resource(metadata).keySet());
        assertThat(ours.files().files().keySet())
                .containsAll(generated(made))
                .contains(".proton/deployment-metadata.json");
        Map<?, ?> values = json(made.resolve("proton.auto.tfvars.json"));
        Map<?, ?> ourValues = (Map<?, ?>) Objects.requireNonNull(
                Json.read(ours.files().text("proton.auto.tfvars.json").orElseThrow()));
        assertThat(ourValues.keySet().stream().map(Object::toString))
                .containsAll(values.keySet().stream().map(Object::toString).toList());
        values.forEach((name, value) -> {
            if (value instanceof Map<?, ?> members && ourValues.get(name) instanceof Map<?, ?> ourMembers) {
                assertThat(ourMembers.keySet().stream().map(Object::toString))
                        .containsAll(
                                members.keySet().stream().map(Object::toString).toList());
            }
        });
    }

    private static Map<?, ?> resource(Map<?, ?> metadata) {
        return (Map<?, ?>) Objects.requireNonNull(metadata.get("resourceMetadata"));
    }

    private static List<String> generated(Path made) {
        return Stream.of(Objects.requireNonNull(made.toFile().list()))
                .filter(name -> name.startsWith("proton."))
                .toList();
    }

    private static Map<?, ?> json(Path file) {
        return (Map<?, ?>) Objects.requireNonNull(Json.read(PublicTerraform.text(file)));
    }
}
