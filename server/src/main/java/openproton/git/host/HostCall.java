package openproton.git.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request to a host's API.
///
/// @param method such as `GET`
/// @param path behind the address of the API, with its query
/// @param body sent as JSON
record HostCall(String method, String path, Optional<Map<String, Object>> body) {

    static HostCall get(String path) {
        return new HostCall("GET", path, Optional.empty());
    }

    static HostCall send(String method, String path, Map<String, Object> body) {
        return new HostCall(method, path, Optional.of(new LinkedHashMap<>(body)));
    }
}
