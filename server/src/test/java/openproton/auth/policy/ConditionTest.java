package openproton.auth.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import openproton.auth.policy.Condition.Quantifier;
import org.junit.jupiter.api.Test;

class ConditionTest {
    private static final String TEAM = "aws:TagKeys";

    @Test
    void ofAnyValueNeedsOneThatMatches() {
        Condition condition = condition(Quantifier.ANY, false);

        assertThat(condition.holds(with("team", "owner"))).isTrue();
        assertThat(condition.holds(with("owner"))).isFalse();
        assertThat(condition.holds(with())).isFalse();
    }

    @Test
    void ofAllValuesNeedsEveryOneToMatchAndHoldsWithoutAny() {
        Condition condition = condition(Quantifier.ALL, false);

        assertThat(condition.holds(with("team"))).isTrue();
        assertThat(condition.holds(with("team", "owner"))).isFalse();
        assertThat(condition.holds(with())).isTrue();
    }

    @Test
    void withIfExistsHoldsWhereTheRequestHasNoValue() {
        assertThat(condition(Quantifier.ONE, true).holds(with())).isTrue();
        assertThat(condition(Quantifier.ONE, false).holds(with())).isFalse();
    }

    @Test
    void thatIsNegatedHoldsWhereTheRequestHasNoValue() {
        var condition =
                new Condition(Quantifier.ONE, ConditionOperator.STRING_NOT_EQUALS, false, TEAM, List.of("team"));

        assertThat(condition.holds(with())).isTrue();
        assertThat(condition.holds(with("team"))).isFalse();
    }

    @Test
    void findsItsKeyInAnyCase() {
        var request = new AccessRequest("proton:GetService", "*", Map.of("AWS:TAGKEYS", List.of("team")));

        assertThat(condition(Quantifier.ONE, false).holds(request)).isTrue();
    }

    @Test
    void withoutAWantedValueIsRefused() {
        assertThatThrownBy(() -> new Condition(Quantifier.ONE, ConditionOperator.STRING_EQUALS, false, TEAM, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the condition on 'aws:TagKeys' names no value");
    }

    private static Condition condition(Quantifier quantifier, boolean ifExists) {
        return new Condition(quantifier, ConditionOperator.STRING_EQUALS, ifExists, TEAM, List.of("team"));
    }

    private static AccessRequest with(String... values) {
        return new AccessRequest(
                "proton:TagResource", "*", values.length == 0 ? Map.of() : Map.of(TEAM, List.of(values)));
    }
}
