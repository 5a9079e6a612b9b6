/// The Proton resources and their operations, one folder for each.
/// Start reading at [Operations].
@Floor(
        number = 3,
        uses = {
            "resource.account",
            "resource.component",
            "resource.connection",
            "resource.deployment",
            "resource.environment",
            "resource.instance",
            "resource.pipeline",
            "resource.preview",
            "resource.recovery",
            "resource.repository",
            "resource.request",
            "resource.service",
            "resource.state",
            "resource.sync",
            "resource.tag",
            "resource.template",
            "provision",
            "work",
            "api",
            "git",
            "render",
            "render.bundle",
            "render.namespace",
            "store",
            "base"
        })
@NullMarked
package openproton.resource;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
