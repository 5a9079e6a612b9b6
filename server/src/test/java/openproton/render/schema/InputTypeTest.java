package openproton.render.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openproton.render.Draws;
import org.junit.jupiter.api.Test;

class InputTypeTest {
    private static final InputType INPUTS = Schemas.inputs(
            "[name, size, owner]",
            "port: {type: integer, minimum: 1, maximum: 65535, default: 80}",
            "size: {type: string, enum: [small, large], default: small}",
            "name: {type: string, minLength: 2, maxLength: 5}",
            "cidr: {type: string, pattern: '[0-9]+/[0-9]+'}",
            "zones: {type: array, items: {$ref: '#/Name'}}",
            "share: {type: number, minimum: 0, exclusiveMinimum: true}",
            "owner: {type: object, properties: {mail: {type: string}}, required: [mail]}",
            "note: {type: string, default: ''}");

    private static final List<String> NAMES = List.copyOf(INPUTS.properties().keySet());

    @Test
    void defaultsFillInWhatIsNotSuppliedInTheOrderOfTheSchema() {
        assertThat(INPUTS.effectiveInputs(Map.of("name", "blue", "port", 8080L)))
                .containsExactly(
                        Map.entry("port", 8080L),
                        Map.entry("size", "small"),
                        Map.entry("name", "blue"),
                        Map.entry("note", ""));
    }

    @Test
    void unknownValuesAreLeftOutAndWarnedAbout() {
        var supplied = Map.<String, Object>of("Prot", 1L);

        assertThat(INPUTS.effectiveInputs(supplied)).doesNotContainKey("Prot");
        assertThat(INPUTS.unknownInputs(supplied))
                .containsExactly("Input 'Prot' is not in the template's schema and is ignored; did you mean 'port'?");
        assertThat(INPUTS.unknownInputs(Map.of("unheard", 1L)))
                .containsExactly("Input 'unheard' is not in the template's schema and is ignored");
    }

    @Test
    void rightValuesHaveNoViolations() {
        assertThat(INPUTS.violations(Map.of(
                        "name",
                        "blüe𝄞",
                        "port",
                        80L,
                        "cidr",
                        "10.0.0.0/16 and more",
                        "zones",
                        List.of("a", "b"),
                        "share",
                        0.5,
                        "owner",
                        Map.of("mail", "m"))))
                .isEmpty();
    }

    @Test
    void everyViolationIsToldWithInputAndValue() {
        var supplied = new HashMap<String, Object>();
        supplied.put("port", 99_999L);
        supplied.put("size", "medium");
        supplied.put("name", "x");
        supplied.put("cidr", "none");
        supplied.put("zones", List.of("a", "long", 3L));
        supplied.put("share", 0L);
        supplied.put("owner", Map.of());
        supplied.put("note", true);

        assertThat(INPUTS.violations(supplied))
                .containsExactlyInAnyOrder(
                        "input 'port' is 99999: must have a maximum value of 65535",
                        "input 'size' is \"medium\": does not have a value in the enumeration [\"small\", \"large\"]",
                        "input 'name' is \"x\": must be at least 2 characters long",
                        "input 'cidr' is \"none\": does not match the regex pattern [0-9]+/[0-9]+",
                        "input 'zones[1]' is \"long\": must be at most 3 characters long",
                        "input 'zones[2]' is 3: integer found, string expected",
                        "input 'share' is 0: must have a minimum value of 0 (exclusive)",
                        "input 'owner' is {}: required property 'mail' not found",
                        "input 'note' is true: boolean found, string expected");
    }

    @Test
    void onlyRequiredInputsWithoutDefaultMustBeSupplied() {
        assertThat(INPUTS.violations(Map.of()))
                .containsExactly(
                        "input 'name' is missing: it is required and has no default",
                        "input 'owner' is missing: it is required and has no default");
    }

    @Test
    void aLongValueIsNotRepeated() {
        assertThat(INPUTS.violations(Map.of("name", "x".repeat(500), "owner", Map.of("mail", ""))))
                .containsExactly("input 'name': must be at most 5 characters long");
    }

    @Test
    void aNullIsNoValue() {
        var supplied = new HashMap<String, Object>(Map.of("name", "blue", "owner", Map.of("mail", "")));
        supplied.put("port", null);

        assertThat(INPUTS.violations(supplied)).containsExactly("input 'port' is null: null found, integer expected");
    }

    @Test
    void effectiveInputsOfEffectiveInputsAreTheSame() {
        Draws.forEverySeed(draws -> {
            var once = INPUTS.effectiveInputs(supplied(draws));

            assertThat(INPUTS.effectiveInputs(once)).isEqualTo(once);
        });
    }

    @Test
    void effectiveInputsAreWhatTheSchemaKnowsAsItWasSupplied() {
        Draws.forEverySeed(draws -> {
            var supplied = supplied(draws);
            var known = new HashMap<>(supplied);
            known.keySet().retainAll(INPUTS.properties().keySet());
            var effective = INPUTS.effectiveInputs(supplied);

            assertThat(INPUTS.properties().keySet()).containsAll(effective.keySet());
            assertThat(effective).containsAllEntriesOf(known).containsKeys("port", "size", "note");
        });
    }

    private static Map<String, Object> supplied(Draws draws) {
        var supplied = new HashMap<String, Object>();
        for (int left = draws.size(20); left > 0; left--) {
            supplied.put(draws.truth() ? draws.oneOf(NAMES) : draws.text(40, draws::unicode), value(draws));
        }
        return supplied;
    }

    private static Object value(Draws draws) {
        return switch (draws.below(4)) {
            case 0 -> draws.integer();
            case 1 -> draws.truth();
            case 2 -> draws.list(3, draws::unicode);
            default -> draws.text(100, draws::unicode);
        };
    }
}
