/// Values that every room speaks in: ARNs, ids, file trees. Nothing here reads a clock, a file or a database.
/// Start reading at [Arn], then [FileTree].
@Floor(number = 0)
@NullMarked
package openproton.base;

import org.jspecify.annotations.NullMarked;
