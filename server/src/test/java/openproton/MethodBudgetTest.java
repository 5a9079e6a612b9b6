package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.LineNumberInfo;
import java.lang.classfile.attribute.LineNumberTableAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No method is longer than the ceiling, read off the line numbers of the compiled classes.
class MethodBudgetTest {
    private static final Path CLASSES = Path.of("target/classes/openproton");
    private static final Path GENERATED = Path.of("../model/target/generated-api/openproton/api");
    private static final int LINES_MAX = 40;

    @Test
    void methodsKeepTheirBudget() throws IOException {
        var over = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(MethodBudgetTest::isWritten).toList()) {
                ClassModel type = ClassFile.of().parse(file);
                type.methods().forEach(method -> {
                    int lines = lines(method);
                    if (lines > LINES_MAX) {
                        over.add("%s.%s has about %d lines"
                                .formatted(
                                        type.thisClass().asInternalName(),
                                        method.methodName().stringValue(),
                                        lines));
                    }
                });
            }
        }
        assertThat(over).isEmpty();
    }

    private static boolean isWritten(Path file) {
        String name = file.getFileName().toString();
        boolean generated = CLASSES.relativize(file).startsWith("api")
                && Files.exists(GENERATED.resolve(name.replaceAll("(\\$.*)?\\.class", ".java")));
        return name.endsWith(".class") && !generated;
    }

    /// From the first to the last line of a body; initializers of fields lie apart and are no method.
    private static int lines(MethodModel method) {
        if (method.methodName().stringValue().startsWith("<")) {
            return 0;
        }
        var numbers = method.code()
                .flatMap(code -> code.findAttribute(Attributes.lineNumberTable()))
                .map(LineNumberTableAttribute::lineNumbers)
                .map(list -> list.stream().mapToInt(LineNumberInfo::lineNumber).summaryStatistics());
        return numbers.map(found -> found.getMax() - found.getMin() + 1).orElse(0);
    }
}
