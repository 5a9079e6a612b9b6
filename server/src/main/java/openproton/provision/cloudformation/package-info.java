/// CloudFormation: one order is one change set, or one deletion, of one stack. What AWS can tell is asked of AWS; a
/// journal of a few files remembers the rest.
/// Start reading at [CloudFormationEngine], then [Phase] and [Course].
@Floor(
        number = 2,
        uses = {"provision", "provision.aws", "provision.watched", "base"})
@NullMarked
package openproton.provision.cloudformation;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
