/// What all operations share: the scope they work in, retried requests, pages, quotas.
/// Start reading at [Idempotency], then [Pages].
@Floor(
        number = 3,
        uses = {"api", "store", "base"})
@NullMarked
package openproton.resource.request;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
