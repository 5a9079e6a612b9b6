package openproton.api;

/// A constant of an enumeration of the API.
interface WireEnum {

    /// How the constant is spelled on the wire.
    String value();
}
