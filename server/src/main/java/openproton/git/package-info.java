/// Repositories at hosts: reading commits, proposing branches, pull requests, signed notices. It knows git and
/// the hosts' dialects, not what the files mean. Start reading at [Connections], then [GitRepository]; pull
/// requests begin at `openproton.git.host.Host`.
@Floor(
        number = 1,
        uses = {"base"})
@NullMarked
package openproton.git;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
