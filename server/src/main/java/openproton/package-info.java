/// The roof: wires everything in one file, starts it and stops it.
/// Start reading at [House], then [ExternalSystems].
@Floor(
        number = 6,
        uses = {
            "admin",
            "settings",
            "cli",
            "server",
            "server.gate",
            "resource",
            "resource.deployment",
            "resource.request",
            "resource.state",
            "resource.sync",
            "resource.template",
            "auth",
            "auth.credential",
            "auth.key",
            "auth.permission",
            "auth.signature",
            "provision",
            "provision.aws",
            "provision.cloudformation",
            "provision.command",
            "provision.pullrequest",
            "provision.terraform",
            "work",
            "api",
            "api.state",
            "api.webhook",
            "git",
            "git.host",
            "render",
            "render.jinja",
            "store",
            "base"
        })
@NullMarked
package openproton;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
