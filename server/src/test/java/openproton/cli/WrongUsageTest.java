package openproton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong command lines: the message names the argument, what was given and what would be right; the exit status is 2.
class WrongUsageTest {
    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "secret");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        deploy service shop                                | Missing required options: '--template
        template push .                                    | Missing required option: '--name=NAME'
        delete service                                     | Missing required parameter: 'NAME'
        delete thing x                                     | (KIND): expected environment or service or component, not 'thing'
        template test . --kind thing                       | '--kind': expected environment or service, not 'thing'
        status service                                     | the name is missing; expected 'openproton status service NAME'
        logs thing x                                       | 'thing' is not a kind; expected 'environment', 'service' or 'component'
        logs 12                                            | '12' is not the id of a deployment
        logs service s --instance a --pipeline             | --instance=NAME, --pipeline are mutually exclusive
        quickstart --port many                             | '--port': 'many' is not an int
        notify --resource-arn a --status OFF               | '--status': expected one of [IN_PROGRESS, FAILED, SUCCEEDED]
        notify --resource-arn a --outputs Url=x            | 'Url=x' is not an output: expected key=NAME,valueString=VALUE
        status --frobnicate                                | Unknown option: '--frobnicate'
        statsu                                             | Did you mean: openproton status
        template render --spec x                           | give either DIR or --template
        template render x --template y --spec x            | give either DIR or --template
        plan environment x --pipeline                      | --instance and --pipeline are for services only
        plan service x --file f                            | --file is for components only
        plan component x --minor                           | a component has no template version
        plan environment x --bundle d --version 1.1        | --bundle replaces the version
        plan service x --minor --major                     | are mutually exclusive
        status --endpoint localhost:7720                   | 'localhost:7720' is not the address of a server
        """)
    void isExplained(String command, String message) {
        var called = CalledCommand.in(folder, KEYS, command.split(" "));

        assertThat(called.err()).contains(message).doesNotContain("\tat ");
        assertThat(called.status()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
    }

    @Test
    void pointsAtTheHelpOfTheCommand() {
        assertThat(CalledCommand.in(folder, KEYS, "deploy", "service").err())
                .contains("Try 'openproton deploy service --help'.");
    }

    @Test
    void namesTheFileThatCannotBeRead() {
        var called =
                CalledCommand.in(folder, KEYS, "deploy", "environment", "e", "--template", "t", "--spec", "s.yaml");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err()).contains("cannot read " + folder.resolve("s.yaml") + ": it does not exist");
    }

    @Test
    void namesTheTemplateThatCannotBeOne() throws IOException {
        Files.writeString(folder.resolve("s.yaml"), "proton: EnvironmentSpec\nspec: {}\n");

        var called = CalledCommand.in(folder, KEYS, "template", "render", "--template", "a:b:c", "--spec", "s.yaml");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err()).contains("'a:b:c' is not a template; expected NAME, NAME:MAJOR or NAME:MAJOR.MINOR");
    }

    @Test
    void asksForTheEnvironmentOfAServiceTemplate() {
        String bundle = Path.of("..")
                .toAbsolutePath()
                .normalize()
                .resolve("templates/web-service")
                .toString();

        var none = CalledCommand.in(folder, KEYS, "template", "push", bundle, "--name", "web");
        var wrong = CalledCommand.in(folder, KEYS, "template", "push", bundle, "--name", "web", "--compatible", "vpc");

        assertThat(none.err()).contains("a service template needs --compatible TEMPLATE:MAJOR");
        assertThat(wrong.err())
                .contains("'vpc' is not a major version of an environment template; expected TEMPLATE:MAJOR");
    }
}
