/// Signature Version 4 as plain arithmetic: what is signed, and how; both ends of the wire use it.
/// Start reading at [RequestSigner], then [CanonicalRequest].
@NullMarked
package openproton.api.signing;

import org.jspecify.annotations.NullMarked;
