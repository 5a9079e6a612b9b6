package openproton.cli.command.template;

import java.util.Map;
import openproton.cli.terminal.CommandContext;
import openproton.render.TemplateEngine;

/// The commands below `openproton template`.
public final class TemplateCommands {
    private TemplateCommands() {}

    /// The commands by name.
    public static Map<String, Object> all(CommandContext context, TemplateEngine jinja) {
        return Map.of(
                "validate", new ValidateCommand(context, jinja),
                "render", new RenderCommand(context, jinja),
                "test", new TestCommand(context, jinja),
                "push", new PushCommand(context));
    }
}
