/// How a deployment becomes an order that an engine carries out: rendered, with its place, its role and its names.
/// Start reading at [DeployWorkflow], then [Orders], then [Blueprints].
@Floor(
        number = 3,
        uses = {
            "change",
            "request",
            "auth.credential",
            "provision",
            "work",
            "api",
            "render",
            "render.bundle",
            "render.codebuild",
            "render.difference",
            "render.namespace",
            "render.preview",
            "render.schema",
            "render.spec",
            "render.terraform",
            "store",
            "base"
        })
@NullMarked
package openproton.change.order;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
