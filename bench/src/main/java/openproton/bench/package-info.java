/// Measures the server against a bare endpoint of the same web server in one run, as ratios: machines are noisy.
/// Start reading at [Bench].
@NullMarked
package openproton.bench;

import org.jspecify.annotations.NullMarked;
