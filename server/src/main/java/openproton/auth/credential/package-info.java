/// The credentials that this installation accepts; among them those lent to one build, for its own resource alone.
/// Start reading at [KnownCredentials], then [LentCredentials].
@Floor(
        number = 2,
        uses = {"auth", "auth.key", "auth.policy", "api.state", "store", "base"})
@NullMarked
package openproton.auth.credential;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
