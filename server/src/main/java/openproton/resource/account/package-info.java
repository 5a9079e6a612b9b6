/// What belongs to an account as a whole: its settings and its numbers.
/// Start reading at [UpdateAccountSettings].
@Floor(
        number = 3,
        uses = {"provision", "work", "render", "store", "api", "base"})
@NullMarked
package openproton.resource.account;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
