/// Following git: template versions from pushes, and service instances from specs in a repository.
/// Start reading at [FollowWorkflow], then [TemplateSync].
@Floor(
        number = 3,
        uses = {
            "resource.deployment",
            "resource.instance",
            "resource.pipeline",
            "resource.repository",
            "resource.request",
            "resource.service",
            "resource.template",
            "provision",
            "work",
            "api",
            "api.webhook",
            "git",
            "git.host",
            "render",
            "render.bundle",
            "render.data",
            "render.spec",
            "store",
            "base"
        })
@NullMarked
package openproton.resource.sync;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
