/// One CloudFormation stack: the calls to it, what its status means, why an operation on it failed, and what a request
/// to change it holds. It knows nothing of orders. Start reading at [StackCalls], then [StackCondition].
@Floor(
        number = 2,
        uses = {"provision.aws"})
@NullMarked
package openproton.provision.cloudformation.stack;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
