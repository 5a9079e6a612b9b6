package openproton.render.jinja;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.jinja.filter.Filters;
import openproton.render.jinja.filter.Tests;
import openproton.render.jinja.syntax.JinjaStatement;
import openproton.render.jinja.syntax.Template;
import openproton.render.jinja.syntax.Vocabulary;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Plain;
import openproton.render.jinja.value.Value;

/// Renders Jinja templates as Jinja2 3.1 does, with plain data only, within limits. Safe for use by many threads.
public final class Jinja implements TemplateEngine {
    private static final long CACHED_CHARACTERS_MAX = 20_000_000;
    private static final Vocabulary VOCABULARY = new Vocabulary(Filters.names(), Tests.names());

    private final LongSupplier nanoseconds;
    private final JinjaLimits limits;
    private final TemplateCache templates = new TemplateCache(CACHED_CHARACTERS_MAX);

    /// @param nanoseconds a clock that only goes forward, such as `System::nanoTime`
    public Jinja(LongSupplier nanoseconds) {
        this(nanoseconds, JinjaLimits.STANDARD);
    }

    public Jinja(LongSupplier nanoseconds, JinjaLimits limits) {
        this.nanoseconds = nanoseconds;
        this.limits = limits;
    }

    /// Refuses a text that is not valid Jinja. Does not check whether names exist.
    ///
    /// @throws RenderException with the place
    @Override
    public void check(String fileName, String text) {
        placed(fileName, text, () -> parsed(text));
    }

    /// The whole text with its values filled in.
    ///
    /// @throws RenderException with the place, when the text is not valid, misses a value, or takes too much
    public String render(String fileName, String text, Map<String, Object> values) {
        return placed(
                fileName,
                text,
                () -> rendered(parsed(text).statements(), text.length(), JinjaScope.of(values), budget()));
    }

    @Override
    public Object evaluate(String fileName, String text, Map<String, Object> values) {
        return placed(fileName, text, () -> {
            List<JinjaStatement> statements = parsed(text).statements();
            return statements.size() == 1 && statements.getFirst() instanceof JinjaStatement.Print print
                    ? plain(print, JinjaScope.of(values), budget())
                    : rendered(statements, text.length(), JinjaScope.of(values), budget());
        });
    }

    /// A value as it is; `none` has no form of its own here and becomes its text.
    private static Object plain(JinjaStatement.Print print, JinjaScope scope, Budget budget) {
        var output = new Output(budget);
        Value value = new Rendering(scope, budget, output).expressions().value(print.expression());
        try {
            Object plain = Plain.toPlain(value);
            return plain == null ? "None" : plain;
        } catch (Fault e) {
            throw e.orAt(print.expression().at());
        }
    }

    /// @param length of the template; its result is about as long
    private static String rendered(List<JinjaStatement> statements, int length, JinjaScope scope, Budget budget) {
        var output = new Output(budget, length);
        new Rendering(scope, budget, output).run(statements);
        return output.text();
    }

    private Template parsed(String text) {
        return templates.get(text, unknown -> Template.parse(unknown, VOCABULARY));
    }

    private Budget budget() {
        return new Budget(limits, nanoseconds);
    }

    private static <T> T placed(String fileName, String text, Supplier<T> work) {
        try {
            return work.get();
        } catch (Fault e) {
            throw new RenderException(ErrorText.of(fileName, Template.normalised(text), e));
        } catch (StackOverflowError e) {
            var tooDeep = new Fault("the template or its data is nested too deeply");
            throw new RenderException(ErrorText.of(fileName, Template.normalised(text), tooDeep));
        }
    }
}
