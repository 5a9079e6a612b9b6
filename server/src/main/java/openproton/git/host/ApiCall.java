package openproton.git.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request to a host's API.
///
/// @param method such as `GET`
/// @param path behind the address of the API, with its query
/// @param body what is sent as JSON
record ApiCall(String method, String path, Optional<Map<String, Object>> body) {

    static ApiCall get(String path) {
        return new ApiCall("GET", path, Optional.empty());
    }

    static ApiCall send(String method, String path, Map<String, Object> body) {
        return new ApiCall(method, path, Optional.of(new LinkedHashMap<>(body)));
    }
}
