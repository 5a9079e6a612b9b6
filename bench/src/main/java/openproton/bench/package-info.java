/// Measures the server against a bare endpoint of the same web server, and rendering against Python's Jinja2.
/// Each is measured in one run and told as ratios: machines are noisy.
/// Start reading at [Bench], then [RenderBench].
@NullMarked
package openproton.bench;

import org.jspecify.annotations.NullMarked;
