package openproton.provision.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import openproton.provision.Progress;
import org.junit.jupiter.api.Test;

class PullRequestResultFormatTest {

    @Test
    void aGoodEndIsKeptAsFolderAndPullRequest() {
        var end =
                new Progress.Finished(Map.of(), List.of(PullRequestResultFormat.resource("prod", "https://git/pr/1")));
        var json = """
            {"end":"Finished","folder":"prod","url":"https://git/pr/1"}\
            """;

        assertThat(new PullRequestResultFormat().json(end)).isEqualTo(json);
        assertThat(new PullRequestResultFormat().read(json)).isEqualTo(end);
    }
}
