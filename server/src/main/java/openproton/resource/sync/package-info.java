/// Following git: template versions from pushes, and service instances from specs in a repository.
/// Start reading at [FollowWorkflow], then [TemplateSync].
@Floor(
        number = 3,
        uses = {
            "request",
            "resource.repository",
            "resource.sync.follow",
            "resource.sync.service",
            "resource.sync.template",
            "resource.template",
            "provision",
            "work",
            "api",
            "api.webhook",
            "git",
            "git.host",
            "store"
        })
@NullMarked
package openproton.resource.sync;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
