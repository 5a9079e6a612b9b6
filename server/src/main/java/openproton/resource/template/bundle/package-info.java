/// Where bundles come from: buckets in S3, or folders that stand in for them.
/// Start reading at [Buckets].
@Floor(
        number = 3,
        uses = {"request", "provision.aws", "api", "render", "store"})
@NullMarked
package openproton.resource.template.bundle;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
