package openproton.cli.wire;

import java.net.URI;

/// A server and the credentials to call it with.
///
/// @param address such as `http://127.0.0.1:7720`
public record Endpoint(URI address, String region, CallerCredentials credentials) {}
