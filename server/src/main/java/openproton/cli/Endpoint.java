package openproton.cli;

import java.net.URI;

/// A server, and who calls it.
///
/// @param address such as `http://127.0.0.1:7720`
record Endpoint(URI address, String region, Keys keys) {}
