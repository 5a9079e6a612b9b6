package openproton.git.host;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.git.TestRepository;

/// Pull requests as Bitbucket Cloud's REST API documents them.
final class BitbucketStandIn extends StandIn {
    private static final String REQUESTS = "/repositories/platform/infra/pullrequests";
    private static final Pattern QUERY =
            Pattern.compile("source\\.branch\\.name=\"(.+)\" AND destination\\.branch\\.name=\"(.+)\"");
    private final String token;

    BitbucketStandIn(TestRepository repository, String context, String token) {
        super(repository, context);
        this.token = token;
    }

    @Override
    boolean isKnown(Map<String, String> headers) {
        return headers.getOrDefault("Authorization", "").equals("Bearer " + token);
    }

    @Override
    Answer answer(Asked asked) {
        if (asked.is("GET", "/repositories/platform/infra")) {
            return new Answer(200, Map.of("full_name", REPOSITORY));
        }
        if (asked.is("GET", REQUESTS)) {
            return find(asked.parameter("q"));
        }
        if (asked.is("POST", REQUESTS)) {
            return open(asked.body());
        }
        if (asked.is("GET", REQUESTS + "/\\d+")) {
            return one(asked.last());
        }
        if (asked.is("POST", REQUESTS + "/\\d+/decline")) {
            String number = asked.path().replaceAll("/decline$", "").replaceAll(".*/", "");
            known(number).ifPresent(request -> request.state = "declined");
            return one(number);
        }
        return new Answer(404, Map.of("type", "error", "error", Map.of("message", "Repository not found")));
    }

    @Override
    synchronized void close(int number) {
        request(number).state = "declined";
    }

    private Answer find(String query) {
        Matcher branches = QUERY.matcher(query);
        if (!branches.matches()) {
            return new Answer(400, Map.of("type", "error", "error", Map.of("message", "Invalid query")));
        }
        return new Answer(
                200,
                Map.of(
                        "values",
                        of(branches.group(1), branches.group(2)).stream()
                                .map(BitbucketStandIn::told)
                                .toList()));
    }

    private Answer one(String number) {
        return known(number)
                .map(request -> new Answer(200, told(request)))
                .orElseGet(() -> new Answer(404, Map.of("type", "error", "error", Map.of("message", "Not found"))));
    }

    private Answer open(JsonAnswer body) {
        return new Answer(
                201,
                told(add(
                        body.text("title"),
                        body.text("description"),
                        body.text("source", "branch", "name"),
                        body.text("destination", "branch", "name"))));
    }

    private static Map<String, Object> told(Request request) {
        var json = new LinkedHashMap<String, Object>();
        String url = "https://bitbucket.example/platform/infra/pull-requests/" + request.number;
        json.put("id", request.number);
        json.put("state", request.state.toUpperCase(Locale.ROOT));
        json.put("links", Map.of("html", Map.of("href", url)));
        json.put("merge_commit", request.merged.isEmpty() ? null : Map.of("hash", request.merged));
        return json;
    }
}
