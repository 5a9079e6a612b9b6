/// What the engines share that poll a system outside: the memory of an order on the disk, the running orders in this
/// process, and the time of the next poll.
/// Start reading at [RunningOrders], then [OrderMemory].
@Floor(
        number = 2,
        uses = {"provision", "base"})
@NullMarked
package openproton.provision.polled;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
