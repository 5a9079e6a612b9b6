/// Who is calling: identities and their credentials. The rooms inside verify signatures (`signature`), keep access keys
/// (`key`), lend credentials to builds (`credential`), read policies (`policy`) and check permissions (`permission`).
/// Start reading at [Identity].
@Floor(
        number = 2,
        uses = {"auth.policy", "api"})
@NullMarked
package openproton.auth;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
