/// IAM policy documents: read, and asked whether they allow or deny an action.
/// Start reading at [Policy], then [PolicyStatement].
@Floor(
        number = 2,
        uses = {"base"})
@NullMarked
package openproton.auth.policy;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
