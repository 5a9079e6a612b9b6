package openproton.render.jinja.syntax;

/// A piece of a template.
///
/// @param text what it says: of a string the content, of the others the spelling
/// @param at the offset of its first character
/// @param end the offset behind its last character
record Token(Kind kind, String text, int at, int end) {

    enum Kind {
        DATA("text"),
        PRINT_BEGIN("'{{'"),
        PRINT_END("'}}'"),
        BLOCK_BEGIN("'{%'"),
        BLOCK_END("'%}'"),
        NAME("a name"),
        STRING("a string"),
        INTEGER("an integer"),
        REAL("a float"),
        OPERATOR("an operator"),
        END("the end of the template");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /// What it is, in messages.
    String described() {
        return switch (kind) {
            case NAME, OPERATOR, INTEGER, REAL -> "'" + text + "'";
            case STRING, DATA, PRINT_BEGIN, PRINT_END, BLOCK_BEGIN, BLOCK_END, END -> kind.words;
        };
    }
}
