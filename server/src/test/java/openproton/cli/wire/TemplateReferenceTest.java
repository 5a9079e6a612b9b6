package openproton.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import openproton.cli.terminal.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateReferenceTest {
    @ParameterizedTest
    @CsvSource({"web,web,,", "web:2,web,2,", "web:2.13,web,2,13"})
    void aReferenceNamesATemplateAndMaybeAVersion(String text, String name, String major, String minor) {
        assertThat(TemplateReference.parse(text))
                .isEqualTo(new TemplateReference(name, Optional.ofNullable(major), Optional.ofNullable(minor)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":1", "web:", "web:1.", "web:one", "web:1.2.3"})
    void anotherFormIsRefused(String text) {
        assertThatThrownBy(() -> TemplateReference.parse(text))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("'%s' is not a template; expected NAME, NAME:MAJOR or NAME:MAJOR.MINOR".formatted(text));
    }

    @Test
    void withoutAMajorVersionTheRecommendedOneIsTaken() {
        var found = new TemplateCalls.Found("arn", Optional.of("3.1"));

        assertThat(TemplateReference.parse("web").majorOf(found)).isEqualTo("3");
        assertThat(TemplateReference.parse("web:2").majorOf(found)).isEqualTo("2");
    }

    @Test
    void aTemplateWithoutAPublishedVersionNeedsOneInTheReference() {
        var draft = new TemplateCalls.Found("arn", Optional.empty());

        assertThatThrownBy(() -> TemplateReference.parse("web").majorOf(draft))
                .hasMessage("template 'web' has no published version; publish one, or name a draft as web:MAJOR.MINOR");
    }

    @Test
    void anUpdateKeepsTheTemplate() {
        assertThatThrownBy(() -> TemplateReference.parse("web").requireSame("service 'shop'", "api"))
                .hasMessage("service 'shop' was made from template 'api'; the template cannot be changed to 'web'");
    }
}
