/// Jinja's language: text becomes tokens, tokens become statements and expressions. Nothing is evaluated here.
/// Start reading at [Template], then [Statement] and [Expression], then [Lexer] and [StatementParser].
@Floor(
        number = 1,
        uses = {"render", "render.jinja.value"})
@NullMarked
package openproton.render.jinja.syntax;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
