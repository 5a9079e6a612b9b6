/// Transactions, rows and migrations on SQLite and PostgreSQL; every difference between the two is kept in here.
/// Start reading at [Database], then [Transaction].
@Floor(number = 1)
@NullMarked
package openproton.store;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
