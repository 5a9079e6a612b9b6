/// Links to git repositories, which templates, specs and pull requests live in.
/// Start reading at [CreateRepository].
@Floor(
        number = 3,
        uses = {"resource.request", "resource.tag", "api", "git", "store"})
@NullMarked
package openproton.resource.repository;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
