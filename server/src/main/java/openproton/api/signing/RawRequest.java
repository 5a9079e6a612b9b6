package openproton.api.signing;

/// An HTTP request as it goes over the wire, before anyone has made sense of it.
///
/// @param path the path as it was sent, percent signs and all
/// @param query the text behind the `?`, as it was sent; empty when there is none
/// @param body neither the giver nor the taker may change the bytes
@SuppressWarnings("ArrayRecordComponent")
public record RawRequest(String method, String path, String query, Headers headers, byte[] body) {

    /// This request with one more header.
    public RawRequest with(String name, String value) {
        return new RawRequest(method, path, query, headers.with(name, value), body);
    }

    /// Names the request without its headers and body, which may hold secrets.
    @Override
    public String toString() {
        return "%s %s (%d bytes)".formatted(method, path, body.length);
    }
}
