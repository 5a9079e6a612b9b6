/// What deployments would run and change, before anything happens.
/// Start reading at [PlanDeployment].
@Floor(
        number = 3,
        uses = {
            "resource.component",
            "resource.deployment",
            "resource.environment",
            "resource.instance",
            "resource.pipeline",
            "resource.request",
            "resource.service",
            "resource.template",
            "provision",
            "api",
            "render",
            "render.bundle",
            "render.difference",
            "render.namespace",
            "render.preview",
            "render.spec",
            "render.terraform",
            "store",
            "base"
        })
@NullMarked
package openproton.resource.preview;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
