/// Links to git repositories, which templates, specs and pull requests live in.
/// Start reading at [CreateRepository].
@Floor(
        number = 3,
        uses = {"provision", "work", "render", "git", "store", "api", "base"})
@NullMarked
package openproton.resource.repository;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
