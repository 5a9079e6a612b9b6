/// Deployments: every attempt to bring an environment, instance or pipeline where its owner wants it.
/// Start reading at [Phase], then [Deployments], then [DeployWorkflow].
@Floor(
        number = 3,
        uses = {
            "resource.request",
            "resource.template",
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
package openproton.resource.deployment;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
