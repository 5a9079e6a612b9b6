package openproton.render.jinja;

import java.time.Duration;
import openproton.render.jinja.value.Text;

/// How much one rendering may take.
///
/// @param outputLength the most characters of the result, as UTF-16 counts them
/// @param steps the most passes through loops, calls and filters
/// @param time how long it may take
/// @param depth how deep macros may call macros
public record JinjaLimits(int outputLength, int steps, Duration time, int depth) {
    /// Five million characters, a million steps, ten seconds, fifty calls deep.
    public static final JinjaLimits STANDARD = new JinjaLimits(Text.LENGTH_MAX, 1_000_000, Duration.ofSeconds(10), 50);
}
