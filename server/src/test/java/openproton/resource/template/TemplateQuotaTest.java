package openproton.resource.template;

import static org.assertj.core.api.Assertions.assertThat;

import openproton.TestHouse;
import org.junit.jupiter.api.Test;

class TemplateQuotaTest {

    @Test
    void oneTemplateMoreThanTheQuotaIsRefusedAndBothKindsCount() {
        try (TestHouse house = TestHouse.open()) {
            for (int i = 0; i < 99; i++) {
                house.call("CreateEnvironmentTemplate", "{\"name\": \"environment-%d\"}".formatted(i));
            }
            assertThat(house.call("CreateServiceTemplate", "{\"name\": \"last\"}")
                            .status())
                    .isEqualTo(200);

            var refused = house.call("CreateServiceTemplate", "{\"name\": \"one-more\"}");

            assertThat(refused.error()).isEqualTo("ServiceQuotaExceededException");
            assertThat(refused.text("message")).contains("100 templates").contains("quotas.templates");
            assertThat(house.call("CreateServiceTemplate", "{\"name\": \"last\"}")
                            .status())
                    .as("a retry is no new template")
                    .isEqualTo(200);
        }
    }
}
