/// What belongs to an account as a whole: its settings and its numbers.
/// Start reading at [UpdateAccountSettings].
@Floor(
        number = 3,
        uses = {"resource.repository", "resource.request", "api", "store"})
@NullMarked
package openproton.resource.account;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
