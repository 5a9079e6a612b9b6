package openproton.git.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request to the API of a git host.
///
/// @param method such as `GET`
/// @param path the path below the address of the API, with its query
/// @param body the members to send as JSON
record GitHostCall(String method, String path, Optional<Map<String, Object>> body) {

    static GitHostCall get(String path) {
        return new GitHostCall("GET", path, Optional.empty());
    }

    static GitHostCall send(String method, String path, Map<String, Object> body) {
        return new GitHostCall(method, path, Optional.of(new LinkedHashMap<>(body)));
    }
}
