package openproton.resource.account;

import static openproton.TestStories.ROLE;
import static openproton.TestStories.instance;
import static openproton.TestStories.pipelineSpec;
import static openproton.TestStories.serviceSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import openproton.TestBundles;
import openproton.TestHouse;
import openproton.TestStories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.AccessDeniedException;
import software.amazon.awssdk.services.proton.model.AccountSettings;
import software.amazon.awssdk.services.proton.model.CountsSummary;
import software.amazon.awssdk.services.proton.model.ResourceCountsSummary;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// What belongs to an account as a whole.
@SuppressWarnings("deprecation")
class AccountTest {

    @Test
    void settingsArePatchedAndClearedByEmptyText() {
        try (var house = TestHouse.open();
                var sdk = house.sdk()) {
            assertThat(settings(sdk)).isEqualTo(AccountSettings.builder().build());
            sdk.updateAccountSettings(update -> update.pipelineServiceRoleArn(ROLE));
            sdk.updateAccountSettings(update -> update.pipelineCodebuildRoleArn(ROLE));
            assertThat(settings(sdk).pipelineServiceRoleArn()).isEqualTo(ROLE);
            sdk.updateAccountSettings(update -> update.pipelineServiceRoleArn(""));
            assertThat(settings(sdk).pipelineServiceRoleArn()).isNull();
            assertThat(settings(sdk).pipelineCodebuildRoleArn()).isEqualTo(ROLE);
            assertThatThrownBy(() -> sdk.updateAccountSettings(update -> update.pipelineServiceRoleArn("admin")))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("pipelineServiceRoleArn");
            assertThatThrownBy(() ->
                            sdk.updateAccountSettings(update -> update.pipelineProvisioningRepository(repository ->
                                    repository.provider("GITHUB").name("o/n").branch("main"))))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("o/n");
        }
    }

    @Test
    void pipelinesTakeNoRoleOfAnotherAccount() {
        try (var house = TestHouse.open();
                var sdk = house.sdk()) {
            String foreign = "arn:aws:iam::222222222222:role/builds";
            assertThatThrownBy(() -> sdk.updateAccountSettings(update -> update.pipelineServiceRoleArn(foreign)))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("pipelineServiceRoleArn '%s' is not a role of account 000000000000", foreign);
            assertThatThrownBy(() -> sdk.updateAccountSettings(update -> update.pipelineCodebuildRoleArn(foreign)))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("pipelineCodebuildRoleArn");
            assertThat(settings(sdk)).isEqualTo(AccountSettings.builder().build());
        }
    }

    private static AccountSettings settings(ProtonClient sdk) {
        return sdk.getAccountSettings(get -> {}).accountSettings();
    }

    @Test
    void developersAndReadersMayDoLess() {
        try (var house = TestHouse.open();
                var developer = house.sdk("developer");
                var reader = house.sdk("readonly")) {
            assertThat(settings(reader)).isNotNull();
            assertThatThrownBy(() -> developer.updateAccountSettings(update -> update.pipelineServiceRoleArn(ROLE)))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("developer")
                    .hasMessageContaining("proton:UpdateAccountSettings");
            assertThatThrownBy(() -> reader.createService(create -> create.name("x")
                            .templateName("web")
                            .templateMajorVersion("1")
                            .spec("x")))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void countsEveryResourceAndHowFarItLags() {
        try (var stories = TestStories.open()) {
            stories.usual();
            stories.service("old", "web", serviceSpec(instance("a", "dev", 1), instance("b", "prod", 1)));
            stories.publish(stories.registerService("web", "vpc", "1", TestBundles.service()));
            stories.house().engine().fail("service/new/service-instance/a", "no");
            stories.service("new", "web", serviceSpec(instance("a", "dev", 1)));
            stories.pipelineService("pipe", "piped", pipelineSpec("main", instance("a", "dev", 1)));
            stories.publish(stories.registerEnvironment("vpc", null, TestBundles.environment()));
            stories.publish(stories.registerService("piped", "vpc", null, TestBundles.serviceWithPipeline()));

            CountsSummary counts = stories.sdk().getResourcesSummary(get -> {}).counts();

            assertThat(counts.environmentTemplates().total()).isEqualTo(1);
            assertThat(counts.serviceTemplates().total()).isEqualTo(2);
            assertThat(counts.components().total()).isZero();
            assertThat(counts.environments()).isEqualTo(counts(2, 0, 0, 0, 2));
            assertThat(counts.serviceInstances()).isEqualTo(counts(4, 1, 1, 2, 1));
            assertThat(counts.pipelines()).isEqualTo(counts(1, 0, 0, 0, 1));
            assertThat(counts.services()).isEqualTo(counts(3, 1, 1, 1, 1));
        }
    }

    private static ResourceCountsSummary counts(int total, int failed, int upToDate, int behindMinor, int behindMajor) {
        return ResourceCountsSummary.builder()
                .total(total)
                .failed(failed)
                .upToDate(upToDate)
                .behindMinor(behindMinor)
                .behindMajor(behindMajor)
                .build();
    }
}
