/// Signature Version 4: who signed a request.
/// Start reading at [SignatureVerifier].
@Floor(
        number = 2,
        uses = {"auth", "api", "api.signing"})
@NullMarked
package openproton.auth.signature;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
