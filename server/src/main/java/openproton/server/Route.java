package openproton.server;

import io.helidon.webserver.http.Handler;

/// What answers requests that are not for the API.
///
/// @param prefix where their paths begin, such as `/terraform/state/`
/// @param handler answers them, whatever their method
public record Route(String prefix, Handler handler) {}
