package openproton.render.jinja.operation;

import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Text;

/// Brings strings to a width.
public final class Padding {
    private static final int TAB = 8;

    private Padding() {}

    /// In the middle, as Python's `center` has it.
    public static Text center(Text self, Arguments arguments) {
        int width = arguments.integer("width");
        int space = Math.max(0, width - self.length());
        int left = space / 2 + (space & width & 1);
        return padded(self, left, space - left, fill(arguments));
    }

    static Text left(Text self, Arguments arguments) {
        return padded(self, 0, Math.max(0, arguments.integer("width") - self.length()), fill(arguments));
    }

    static Text right(Text self, Arguments arguments) {
        return padded(self, Math.max(0, arguments.integer("width") - self.length()), 0, fill(arguments));
    }

    static Text zeros(Text self, Arguments arguments) {
        int missing = Math.max(0, arguments.integer("width") - self.length());
        boolean signed = self.value().startsWith("-") || self.value().startsWith("+");
        Text.checkLength((long) missing + self.value().length());
        return new Text(
                new StringBuilder(self.value())
                        .insert(signed ? 1 : 0, "0".repeat(missing))
                        .toString(),
                self.safe());
    }

    static Text expandTabs(Text self, Arguments arguments) {
        int size = arguments.integer("tabsize", TAB);
        Text.checkLength((long) self.value().length() * Math.max(1, size));
        var expanded = new StringBuilder();
        int column = 0;
        for (int point : self.value().codePoints().toArray()) {
            int width = point == '\t' && size > 0 ? size - column % size : 0;
            if (point == '\t') {
                expanded.repeat(' ', width);
            } else {
                expanded.appendCodePoint(point);
            }
            column = point == '\n' || point == '\r' ? 0 : column + (point == '\t' ? width : 1);
        }
        return new Text(expanded.toString(), self.safe());
    }

    private static String fill(Arguments arguments) {
        String fill = arguments.text("fillchar", " ");
        if (fill.codePointCount(0, fill.length()) != 1) {
            throw new Fault("the fill must be one character");
        }
        return fill;
    }

    private static Text padded(Text self, int left, int right, String fill) {
        Text.checkLength((long) left + right + self.value().length());
        return new Text(fill.repeat(left) + self.value() + fill.repeat(right), self.safe());
    }
}
