/// Services that follow a branch, and what people did by hand that holds a sync back.
/// Start reading at [ServiceSync], then [InstanceSync].
@Floor(
        number = 3,
        uses = {
            "change",
            "request",
            "resource.repository",
            "resource.service",
            "resource.sync.follow",
            "work",
            "api",
            "git",
            "render.data",
            "render.spec",
            "store",
            "base"
        })
@NullMarked
package openproton.resource.sync.service;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
