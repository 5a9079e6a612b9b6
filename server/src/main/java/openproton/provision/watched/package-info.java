/// What engines share whose orders go on whenever they are looked at, and only then: the journal of an order on the
/// disk, its ticket in memory, and when the world may be asked about it again.
/// Start reading at [Watch], then [OrderJournal].
@Floor(
        number = 2,
        uses = {"provision", "base"})
@NullMarked
package openproton.provision.watched;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
