/// Signature Version 4 as plain arithmetic, for both ends of the wire.
/// Start reading at [RequestSigner], then [CanonicalRequest].
@Floor(number = 1)
@NullMarked
package openproton.api.signing;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
