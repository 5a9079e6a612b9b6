/// The contract of Terraform's `http` backend, without HTTP.
/// Start reading at [StateKeeper].
@Floor(number = 1)
@NullMarked
package openproton.api.state;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
