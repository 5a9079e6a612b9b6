/// Transactions, rows, pages and migrations on SQLite and PostgreSQL; what differs between the two lives here.
/// Start reading at [Database], then [Transaction].
@Floor(
        number = 1,
        uses = {"base"})
@NullMarked
package openproton.store;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
