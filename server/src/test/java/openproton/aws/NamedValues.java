package openproton.aws;

import java.util.Optional;

/// What the names in a template stand for while it is evaluated.
interface NamedValues {
    /// A parameter or pseudo parameter; a text or a list of texts.
    Optional<Object> parameter(String name);

    /// What Ref of a resource gives.
    String resource(String logicalId);

    Object attribute(String logicalId, String attribute);

    String exported(String name);
}
