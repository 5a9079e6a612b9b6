package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation")
class TestHouseTest {

    @Test
    void answersAtOnceAndDeploysLater() {
        try (var house = TestHouse.open();
                var sdk = house.sdk()) {
            assertThat(house.call("CreateEnvironmentTemplate", "{\"name\": \"vpc\"}")
                            .text("environmentTemplate.name"))
                    .isEqualTo("vpc");
            assertThat(sdk.getEnvironmentTemplate(get -> get.name("vpc"))
                            .environmentTemplate()
                            .createdAt())
                    .isEqualTo(house.clock().instant());
        }
    }
}
