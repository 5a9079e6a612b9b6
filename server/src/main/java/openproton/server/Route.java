package openproton.server;

import io.helidon.webserver.http.Handler;

/// A handler for paths that do not belong to the API.
///
/// @param prefix where their paths begin, such as `/terraform/state/`
/// @param handler answers requests of every method
public record Route(String prefix, Handler handler) {}
