/// Whether a caller may run an operation: which permissions a request needs, and whether the policies of the caller
/// give them. Start reading at [Permissions].
@Floor(
        number = 2,
        uses = {"auth", "auth.policy", "api", "base"})
@NullMarked
package openproton.auth.permission;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
