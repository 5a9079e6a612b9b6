/// How a deployment becomes an order that an engine carries out: rendered, with its place, its role and its names.
/// Start reading at [DeployWorkflow], then [Orders], then [Blueprints].
@Floor(
        number = 3,
        uses = {"change", "request", "work", "provision", "render", "store", "api", "base"})
@NullMarked
package openproton.change.order;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
