package openproton.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import openproton.cli.terminal.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointSearchTest {
    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "AKIDAWS", "AWS_SECRET_ACCESS_KEY", "s");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void flagsWinOverVariables() {
        var variables = Map.of(
                "AWS_ENDPOINT_URL_PROTON",
                "http://aws:1",
                "AWS_REGION",
                "eu-west-1",
                "AWS_ACCESS_KEY_ID",
                "AKIDAWS",
                "AWS_SECRET_ACCESS_KEY",
                "s");

        var found = new EndpointSearch(variables, folder)
                .find(Optional.of("http://flag:2"), Optional.empty(), Optional.of("us-west-2"));

        assertThat(found.address()).hasToString("http://flag:2");
        assertThat(found.region()).isEqualTo("us-west-2");
        assertThat(found.credentials().keyId()).isEqualTo("AKIDAWS");
    }

    @Test
    void ownVariablesWinOverThoseOfAws() {
        var variables = Map.of(
                "OPENPROTON_ENDPOINT",
                "http://own:1",
                "AWS_ENDPOINT_URL_PROTON",
                "http://aws:1",
                "OPENPROTON_ACCESS_KEY_ID",
                "AKIDOWN",
                "OPENPROTON_SECRET_ACCESS_KEY",
                "s",
                "AWS_ACCESS_KEY_ID",
                "AKIDAWS",
                "AWS_SECRET_ACCESS_KEY",
                "s");

        var found = find(variables, Optional.empty());

        assertThat(found.address()).hasToString("http://own:1");
        assertThat(found.credentials().keyId()).isEqualTo("AKIDOWN");
    }

    @Test
    void withoutAnythingTheServerOnThisMachineIsMeant() throws IOException {
        writeCredentials(folder.resolve("data"));

        var found = find(Map.of(), Optional.empty());

        assertThat(found.address()).hasToString("http://127.0.0.1:7720");
        assertThat(found.region()).isEqualTo("us-east-1");
        assertThat(found.credentials().keyId()).isEqualTo("AKIDDEFAULT");
    }

    @Test
    void aNamedProfileWinsOverKeysInVariables() throws IOException {
        writeCredentials(folder);
        var variables = Map.of(
                "AWS_SHARED_CREDENTIALS_FILE",
                "credentials",
                "AWS_ACCESS_KEY_ID",
                "AKIDAWS",
                "AWS_SECRET_ACCESS_KEY",
                "s");

        assertThat(find(variables, Optional.of("readonly")).credentials().keyId())
                .isEqualTo("AKIDREAD");
    }

    @Test
    void theSessionTokenOfTemporaryKeysIsTaken() {
        var variables = Map.of("AWS_ACCESS_KEY_ID", "ASIA", "AWS_SECRET_ACCESS_KEY", "s", "AWS_SESSION_TOKEN", "token");

        assertThat(find(variables, Optional.empty()).credentials().sessionToken())
                .contains("token");
    }

    @Test
    void anUnknownProfileIsRefusedWithThoseThatAreThere() throws IOException {
        writeCredentials(folder.resolve("data"));

        assertThatThrownBy(() -> find(Map.of(), Optional.of("nobody")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("'nobody'")
                .hasMessageContaining("default, readonly");
    }

    @Test
    void withoutKeysItSaysWhereKeysCouldBe() {
        assertThatThrownBy(() -> find(Map.of(), Optional.empty()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("AWS_SHARED_CREDENTIALS_FILE");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> new EndpointSearch(KEYS, folder)
                        .find(Optional.of("localhost:7720"), Optional.empty(), Optional.empty()))
                .hasMessage("'localhost:7720' is not the address of a server; expected an address such as"
                        + " http://127.0.0.1:7720");
    }

    private Endpoint find(Map<String, String> variables, Optional<String> profile) {
        return new EndpointSearch(variables, folder).find(Optional.empty(), profile, Optional.empty());
    }

    private static void writeCredentials(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("credentials"), """
            # written by hand
            [default]
            aws_access_key_id = AKIDDEFAULT
            aws_secret_access_key = secret
            [readonly]
            aws_access_key_id=AKIDREAD
            aws_secret_access_key=secret
            """);
    }
}
