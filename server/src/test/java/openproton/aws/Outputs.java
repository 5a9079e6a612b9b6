package openproton.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.render.cloudformation.StackTemplate;

/// Evaluates the section Outputs.
final class Outputs {
    private Outputs() {}

    static List<Output> of(StackValues values) {
        var intrinsics = values.intrinsics();
        var outputs = new ArrayList<Output>();
        values.definition().template().section("Outputs").forEach((key, definition) -> {
            var output = StackTemplate.members(definition);
            if (!(output.get("Condition") instanceof String condition) || intrinsics.holds(condition)) {
                var export = StackTemplate.members(output.get("Export"));
                outputs.add(new Output(
                        key,
                        intrinsics.text(output.get("Value")),
                        Optional.ofNullable(output.get("Description")).map(Object::toString),
                        Optional.ofNullable(export.get("Name")).map(intrinsics::text)));
            }
        });
        return outputs;
    }
}
