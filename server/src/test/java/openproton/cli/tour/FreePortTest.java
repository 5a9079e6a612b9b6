package openproton.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {
    @Test
    void aPortInUseIsPassedOver() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int used = socket.getLocalPort();

            assertThat(FreePort.from(used)).isGreaterThan(used);
        }
    }

    @Test
    void beyondTheLastPortThereIsNone() {
        assertThatThrownBy(() -> FreePort.from(65_536)).hasMessage("no port from 65536 to 65535 is free");
    }
}
