/// Who is calling, and may they: access keys, signatures, permissions.
/// Start reading at [SignatureVerifier], then [Permissions].
@Floor(
        number = 2,
        uses = {"store", "api", "base"})
@NullMarked
package openproton.auth;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
