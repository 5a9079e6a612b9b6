/// Measures the server against a bare endpoint of the same web server, and rendering against Python's Jinja2, each in one
/// run, as ratios: machines are noisy.
/// Start reading at [Bench], then [RenderBench].
@NullMarked
package openproton.bench;

import org.jspecify.annotations.NullMarked;
