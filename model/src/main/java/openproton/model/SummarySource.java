package openproton.model;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.StructureShape;

/// The way from a structure to its summary, `ThingSummary.of(Thing)`, so that only the detail is ever put together by
/// hand.
record SummarySource(Types types, StructureShape summary) {
    private static final String ENDING = "Summary";

    /// Nothing for a structure that no other one fills completely.
    Optional<MethodSpec> factory() {
        return detail().filter(this::fills).map(this::of);
    }

    private Optional<StructureShape> detail() {
        ShapeId id = summary.getId();
        if (!id.getName().endsWith(ENDING)) {
            return Optional.empty();
        }
        String name = id.getName().substring(0, id.getName().length() - ENDING.length());
        return types.model()
                .getShape(ShapeId.fromParts(id.getNamespace(), name))
                .flatMap(Shape::asStructureShape);
    }

    private boolean fills(StructureShape detail) {
        return summary.members().stream()
                .allMatch(member -> detail.getMember(member.getMemberName())
                        .filter(source -> fills(source, member))
                        .isPresent());
    }

    /// The Java types count: where the API names two kinds of text, such as `Arn` and `RoleArn`, the value is the same.
    private boolean fills(MemberShape source, MemberShape member) {
        return types.valueOf(source).equals(types.valueOf(member))
                && (Types.isRequired(source) || !Types.isRequired(member));
    }

    private MethodSpec of(StructureShape detail) {
        CodeBlock values = summary.members().stream()
                .map(member -> value(detail.getMember(member.getMemberName()).orElseThrow(), member))
                .collect(CodeBlock.joining(", "));
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(
                        "What a list shows of `$L`: members of the same names.\n",
                        detail.getId().getName())
                .returns(Types.named(summary))
                .addParameter(Types.named(detail), "detail")
                .addStatement("return new $T($L)", Types.named(summary), values)
                .build();
    }

    private static CodeBlock value(MemberShape source, MemberShape member) {
        boolean widened = Types.isRequired(source) && !Types.isRequired(member);
        return widened
                ? CodeBlock.of("$T.of(detail.$N())", Optional.class, source.getMemberName())
                : CodeBlock.of("detail.$N()", source.getMemberName());
    }
}
