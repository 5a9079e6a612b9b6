/// Repositories at hosts: reading commits, proposing branches, pull requests, signed notices. It knows git and the
/// dialects of the hosts, not the meaning of the files. Start reading at [GitConnections], then [GitRepository]; pull
/// requests begin at `openproton.git.host.Host`.
@Floor(
        number = 1,
        uses = {"base"})
@NullMarked
package openproton.git;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
