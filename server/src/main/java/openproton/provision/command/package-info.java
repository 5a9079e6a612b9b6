/// The command engine: runs the shell commands of CodeBuild bundles on this machine, in processes that outlive the
/// server. Start reading at [CommandEngine], then [Build], then `run.sh` among the resources.
@Floor(
        number = 2,
        uses = {"provision", "base"})
@NullMarked
package openproton.provision.command;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
