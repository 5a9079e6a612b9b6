/// Bundles without a server: found and read from folders, checked, and tested with the specs in them.
/// Start reading at [BundleFolder], then [OfflineBundle], then [BundleTester].
@Floor(
        number = 5,
        uses = {
            "cli.terminal",
            "api",
            "render",
            "render.bundle",
            "render.cloudformation",
            "render.codebuild",
            "render.data",
            "render.namespace",
            "render.preview",
            "render.schema",
            "render.spec",
            "base"
        })
@NullMarked
package openproton.cli.offline;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
