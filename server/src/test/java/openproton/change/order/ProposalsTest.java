package openproton.change.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProposalsTest {
    @Test
    void aDifferenceCannotEndTheBlockThatItStandsIn() {
        assertThat(Proposals.fenced("+one")).isEqualTo("```diff\n+one\n```");
        assertThat(Proposals.fenced(" ```sh\n+````")).isEqualTo("`````diff\n ```sh\n+````\n`````");
    }
}
