package openproton.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import openproton.render.BundleException;
import openproton.render.RenderException;
import openproton.render.cloudformation.StackCheck;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/// Bundles that others published, where clones of them are at hand: each is rendered, checked, made, changed, removed.
@EnabledIf("areHere")
class PublicBundlesTest {
    private static final String BUCKET = "templates";

    private static final Pattern NAME =
            Pattern.compile("(!Ref ['\"]?|Ref: *['\"]?|!GetAtt ['\"]?|FindInMap *\\[|\\$\\{)(\\w)");

    /// Whether OPENPROTON_PUBLIC_BUNDLES names a folder; says so, because a skipped test is easily overlooked.
    static boolean areHere() {
        var folder = folder();
        LoggerFactory.getLogger("openproton.aws.PublicBundles")
                .info(folder.map(path -> "runs with the bundles in " + path)
                        .orElse("skipped: OPENPROTON_PUBLIC_BUNDLES names no folder with clones of public bundles"));
        return folder.isPresent();
    }

    private static Optional<Path> folder() {
        return Optional.ofNullable(System.getenv("OPENPROTON_PUBLIC_BUNDLES"))
                .map(Path::of)
                .filter(Files::isDirectory);
    }

    static List<PublicBundle> rightOnes() {
        return bundles(bundle -> !bundle.isMeantToBeWrong());
    }

    static List<PublicBundle> wrongOnes() {
        return bundles(PublicBundle::isMeantToBeWrong);
    }

    static List<PublicBundle> previews() {
        return bundles(PublicBundle::isOfThePreview);
    }

    private static List<PublicBundle> bundles(Predicate<PublicBundle> wanted) {
        return PublicBundle.below(folder().orElseThrow()).stream()
                .filter(wanted)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rightOnes")
    void eachIsRenderedMadeChangedAndRemoved(PublicBundle bundle) {
        String template = bundle.rendered();
        assertThat(StackCheck.of(template)).isEmpty();

        try (var aws = StandIn.open();
                var client = new StandInClients(aws.uri()).cloudFormation()) {
            create(aws, client, template);
            aws.runToEnd("stack");
            assertThat(aws.stack("stack").status())
                    .as("%s", aws.stack("stack").events())
                    .isEqualTo("CREATE_COMPLETE");
            bundle.renderedDifferently().ifPresent(changed -> change(aws, client, changed));
            client.deleteStack(it -> it.stackName("stack"));
            aws.runToEnd("stack");
            assertThat(aws.stack("stack").status()).isEqualTo("DELETE_COMPLETE");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rightOnes")
    void aMisspelledNameIsFoundInEach(PublicBundle bundle) {
        String template = bundle.rendered();
        String misspelled = NAME.matcher(template).replaceFirst("$1Wrong$2");

        assertThat(misspelled).isNotEqualTo(template);
        assertThat(StackCheck.of(misspelled)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongOnes")
    void thoseThatAreMeantToBeWrongAreRefused(PublicBundle bundle) {
        assertThatThrownBy(() -> bundle.rendered()).isInstanceOf(RenderException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("previews")
    void manifestsOfThePreviewAreRefusedWithTheKeyOfToday(PublicBundle bundle) {
        assertThatThrownBy(bundle::registered)
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("write 'rendering_engine'");
    }

    private static void create(StandIn aws, CloudFormationClient client, String template) {
        client.createStack(it -> it.stackName("stack")
                .templateURL(put(aws, template))
                .capabilities(Capability.CAPABILITY_NAMED_IAM, Capability.CAPABILITY_AUTO_EXPAND));
    }

    private static void change(StandIn aws, CloudFormationClient client, String after) {
        assertThat(StackCheck.of(after)).isEmpty();
        try {
            client.updateStack(it -> it.stackName("stack")
                    .templateURL(put(aws, after))
                    .capabilities(Capability.CAPABILITY_NAMED_IAM, Capability.CAPABILITY_AUTO_EXPAND));
        } catch (CloudFormationException e) {
            // such as another default for functions, where there is no function
            assertThat(e).hasMessageStartingWith("No updates are to be performed.");
            return;
        }
        aws.runToEnd("stack");
        assertThat(aws.stack("stack").status())
                .as("%s", aws.stack("stack").events())
                .isEqualTo("UPDATE_COMPLETE");
    }

    private static String put(StandIn aws, String template) {
        aws.putObject(BUCKET, "template.yaml", template.getBytes(StandardCharsets.UTF_8));
        return aws.uri() + "/" + BUCKET + "/template.yaml";
    }
}
