/// Values that every room shares: ARNs, ids, file trees, JSON. Nothing here reads a clock, a file or a database.
/// Start reading at [Arn], then [FileTree].
@Floor(number = 0)
@NullMarked
package openproton.base;

import org.jspecify.annotations.NullMarked;
