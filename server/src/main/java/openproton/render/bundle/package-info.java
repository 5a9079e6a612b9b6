/// What a template bundle is: its archive, its manifests, its directories.
/// Start reading at [TemplateBundle], then [BundleArchive], then [Manifest].
@Floor(
        number = 1,
        uses = {"render", "render.data", "render.schema", "base"})
@NullMarked
package openproton.render.bundle;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
