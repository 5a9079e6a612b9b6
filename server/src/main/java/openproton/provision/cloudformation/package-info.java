/// The CloudFormation engine: one order is one change set, or one deletion, of one stack. The engine asks AWS for all
/// that AWS knows; a few files remember the rest.
/// Start reading at [CloudFormationEngine], then [StackStage] and [AdvanceStack].
@Floor(
        number = 2,
        uses = {"provision", "provision.aws", "provision.cloudformation.stack", "provision.polled", "base"})
@NullMarked
package openproton.provision.cloudformation;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
