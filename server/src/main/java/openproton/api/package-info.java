/// The wire contract: the shapes of the API as records, generated from the Smithy model, and what an operation is.
/// Start reading at [Operation], then [OperationShape].
@Floor(
        number = 1,
        uses = {"base"})
@NullMarked
package openproton.api;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
