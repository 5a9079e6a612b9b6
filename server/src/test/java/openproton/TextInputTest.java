package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A text that not every database can keep is refused at the door, whatever the database.
class TextInputTest {

    @Test
    void noTextHoldsTheCharacterThatPostgresqlCannotKeep() {
        try (var house = TestHouse.open()) {
            var refused = house.call("CreateEnvironmentTemplate", """
                {"name": "vpc", "description": "a\\u0000b", "tags": [{"key": "k", "value": "\\u0000"}]}
                """);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("ValidationException", "'description'", "'tags[0].value'")
                    .contains("Member must not contain the character U+0000");
            assertThat(house.call("ListEnvironmentTemplates", "{}").body()).doesNotContain("vpc");
        }
    }
}
