package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import openproton.provision.Plan;
import openproton.render.bundle.BundleArchive;
import openproton.render.bundle.BundleLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `openproton plan` and `template render --template`, called against a house.
@SuppressWarnings("deprecation")
class PlanCommandTest {
    private final TestStories stories = TestStories.open().usual();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void anEnvironmentIsPlannedWithAnotherSpec() throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), TestStories.environmentSpec("south"));

        var plan = plays("plan", "environment", "dev", "--spec", "spec.yaml");

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.status()).isZero();
        assertThat(plan.results())
                .contains("environment dev (vpc:1.0)", "-spec: {zone: \"north\"}", "+spec: {zone: \"south\"}")
                .contains("+++ b/proton-inputs.json", "resources: unknown. ");
        assertThat(plays("plan", "environment", "dev", "--spec", "spec.yaml", "--exit-code")
                        .status())
                .isEqualTo(1);
        assertThat(stories.sdk()
                        .getEnvironment(get -> get.name("dev"))
                        .environment()
                        .spec())
                .contains("north");
    }

    @Test
    void withoutChangesTheExitCodeIsZeroAnyway() {
        var plan = plays("plan", "environment", "dev", "--exit-code");

        assertThat(plan.status()).isZero();
        assertThat(plan.results()).contains("spec: no difference", "files: no difference");
    }

    @Test
    void versionsAreChosenByFlags() {
        stories.publish(stories.registerEnvironment("vpc", "1", TestBundles.environmentWithMore()));
        stories.publish(stories.registerEnvironment("vpc", null, TestBundles.environment()));

        assertThat(planned("--minor")).contains("(vpc:1.0 -> vpc:1.1)");
        assertThat(planned("--version", "1.1")).contains("(vpc:1.0 -> vpc:1.1)");
        assertThat(planned("--version", "1.0")).contains("(vpc:1.0)");
        assertThat(planned("--version", "2.0")).contains("(vpc:1.0 -> vpc:2.0)");
        assertThat(planned("--major")).contains("(vpc:1.0 -> vpc:2.0)");
        assertThat(planned("--major", "2")).contains("(vpc:1.0 -> vpc:2.0)");
        assertThat(plays("plan", "environment", "dev", "--version", "2").problems())
                .contains("--version takes MAJOR.MINOR");
        assertThat(plays("plan", "environment", "dev", "--version", "7.0").status())
                .isEqualTo(1);
    }

    @Test
    void whatHappensToResourcesIsATable() {
        stories.house()
                .engine()
                .plans(new Plan.Known(
                        List.of(new Plan.PlannedChange(
                                Plan.Kind.REPLACE, "AWS::SQS::Queue", "Queue", Optional.of("https://queue"))),
                        "1 to replace"));

        var plan = plays("plan", "environment", "dev", "--exit-code");

        assertThat(plan.results())
                .containsPattern("ACTION +TYPE +NAME +IDENTIFIER")
                .containsPattern("REPLACE +AWS::SQS::Queue +Queue +https://queue")
                .contains("1 to replace");
        assertThat(plan.status()).isEqualTo(1);
    }

    @Test
    void ofAServiceAllPartsArePlannedOrTheNamedOne() throws IOException {
        stories.pipelineService(
                "site",
                "piped",
                TestStories.pipelineSpec(
                        "main", TestStories.instance("a", "dev", 80), TestStories.instance("b", "prod", 81)));
        Files.writeString(
                folder.resolve("spec.yaml"),
                TestStories.pipelineSpec(
                        "next", TestStories.instance("a", "dev", 90), TestStories.instance("c", "dev", 82)));

        var all = plays("plan", "service", "site", "--spec", "spec.yaml");
        var one = plays("plan", "service", "site", "--spec", "spec.yaml", "--instance", "a");
        var pipeline = plays("plan", "service", "site", "--spec", "spec.yaml", "--pipeline");

        assertThat(all.problems()).isEmpty();
        assertThat(all.results())
                .contains(
                        "instance a (piped:1.0)", "\"port\" : 90", "instance b is not in the spec and would be removed")
                .contains("pipeline (piped:1.0)", "\"branch\" : \"next\"", "instance c would be created");
        assertThat(one.results()).contains("instance a").doesNotContain("pipeline (", "instance b", "instance c");
        assertThat(pipeline.results()).contains("pipeline (piped:1.0)").doesNotContain("instance a (");
        assertThat(plays("plan", "service", "site", "--instance", "z").problems())
                .contains("has no instance z; it has instance a, instance b, pipeline");
    }

    @Test
    void aBundleFolderIsComparedWithWhatWasDeployedAndNothingIsRegistered() throws IOException {
        unpack(TestBundles.environmentWithMore());
        Files.writeString(folder.resolve("spec.yaml"), TestStories.environmentSpec("south"));
        Files.writeString(folder.resolve("wrong.yaml"), TestStories.environmentSpec("much too long a zone"));

        var plan = plays("plan", "environment", "dev", "--bundle", "bundle", "--exit-code");
        var withSpec = plays("plan", "environment", "dev", "--bundle", "bundle", "--spec", "spec.yaml");
        var wrong = plays("plan", "environment", "dev", "--bundle", "bundle", "--spec", "wrong.yaml");

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.status()).isEqualTo(1);
        assertThat(plan.results())
                .contains("environment dev (vpc:1.0 -> bundle)", "spec: no difference")
                .contains("--- a/proton-inputs.json", "\"size\" : \"small\"");
        assertThat(withSpec.results()).contains("+spec: {zone: \"south\"}", "\"zone\" : \"south\"");
        assertThat(wrong.problems()).contains("wrong.yaml, line 2");
        assertThat(stories.sdk()
                        .listEnvironmentTemplateVersions(list -> list.templateName("vpc"))
                        .templateVersions())
                .hasSize(1);
    }

    @Test
    void theUnchangedBundleOfAServiceMakesNoDifference() throws IOException {
        stories.service("shop", "web", TestStories.serviceSpec(TestStories.instance("a", "dev", 80)));
        unpack(TestBundles.service());

        var plan = plays("plan", "service", "shop", "--bundle", "bundle", "--exit-code");

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.results()).contains("instance a (web:1.0 -> bundle)", "files: no difference");
        assertThat(plan.status()).isZero();
    }

    @Test
    void aRegisteredVersionIsRenderedByItsServer() throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), TestStories.serviceSpec(TestStories.instance("a", "dev", 80)));
        Files.writeString(folder.resolve("outputs.yaml"), "environment: {url: https://given}");

        var live = plays("template", "render", "--template", "web:1", "--spec", "spec.yaml", "--out", "out");
        var given = plays(
                "template", "render", "--template", "web:1.0", "--spec", "spec.yaml", "--outputs", "outputs.yaml");

        assertThat(live.problems()).isEmpty();
        assertThat(live.results())
                .contains("instance a", "proton-inputs.json", "https://AWSProton-dev", "echo provision");
        assertThat(folder.resolve("out/a/proton-inputs.json")).content().contains("\"port\":80");
        assertThat(given.results()).contains("https://given");
        assertThat(plays("template", "render", "--template", "nowhere", "--spec", "spec.yaml")
                        .problems())
                .contains("there is no template 'nowhere'");
    }

    private String planned(String... flags) {
        var plan = plays("plan", "environment", "dev", flags);
        assertThat(plan.problems()).isEmpty();
        return plan.results();
    }

    private void unpack(byte[] archive) throws IOException {
        for (var file :
                BundleArchive.read(archive, BundleLimits.STANDARD).files().entrySet()) {
            Path target = folder.resolve("bundle").resolve(file.getKey());
            Files.createDirectories(target.resolveSibling(""));
            Files.write(target, file.getValue().content());
        }
    }

    private Stage.Played plays(Object... parts) {
        return Stage.of(stories.house(), folder).plays(parts);
    }
}
