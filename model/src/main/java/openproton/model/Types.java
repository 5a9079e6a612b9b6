package openproton.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.RangeTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;

/// How shapes look in Java, and how a value of theirs is read from the wire.
record Types(Model model) {
    static final String PACKAGE = "openproton.api";
    static final ClassName READER = ClassName.get(PACKAGE, "WireReader");
    static final ClassName WRITER = ClassName.get(PACKAGE, "WireWriter");
    static final ClassName SHAPE = ClassName.get(PACKAGE, "Shape");

    /// The record, enum or union generated for a shape.
    static ClassName named(Shape shape) {
        return ClassName.get(PACKAGE, shape.getId().getName());
    }

    /// The type of a member's value, without regard to whether it may be absent.
    TypeName valueOf(MemberShape member) {
        return typeOf(target(member));
    }

    /// The type of a member as a record's component: optional members are [Optional].
    TypeName componentOf(MemberShape member) {
        TypeName value = valueOf(member);
        return isRequired(member) ? value : ParameterizedTypeName.get(ClassName.get(Optional.class), value);
    }

    /// Whether a member is always there.
    static boolean isRequired(MemberShape member) {
        return member.isRequired() && !member.hasTrait("openproton.traits#untilKnownAbsent");
    }

    /// The expression that reads a value of a member from `in`.
    CodeBlock readOf(MemberShape member) {
        Shape target = target(member);
        if (!member.hasTrait(LengthTrait.class)) {
            return readOf(target);
        }
        return switch (target.getType()) {
            case STRING ->
                CodeBlock.of(
                        "in.text(Rules.$L.within($L, $L))",
                        RuleSource.constantOf(target),
                        lengthMin(member),
                        lengthMax(member));
            case LIST -> listOf(member, target);
            default -> throw new IllegalArgumentException("no way to limit the length of " + member);
        };
    }

    /// Whether a member's value must not show in logs.
    boolean isSensitive(MemberShape member) {
        return target(member).hasTrait(SensitiveTrait.class);
    }

    Shape target(MemberShape member) {
        return model.expectShape(member.getTarget());
    }

    private TypeName typeOf(Shape shape) {
        return switch (shape.getType()) {
            case STRING -> ClassName.get(String.class);
            case INTEGER -> ClassName.get(Integer.class);
            case BOOLEAN -> ClassName.get(Boolean.class);
            case TIMESTAMP -> ClassName.get(Instant.class);
            case LIST -> ParameterizedTypeName.get(ClassName.get(List.class), typeOf(itemOf(shape)));
            case STRUCTURE, UNION, ENUM -> named(shape);
            default -> throw new IllegalArgumentException("no Java type for " + shape);
        };
    }

    private CodeBlock readOf(Shape shape) {
        return switch (shape.getType()) {
            case STRING -> CodeBlock.of("in.text(Rules.$L)", RuleSource.constantOf(shape));
            case INTEGER -> CodeBlock.of("in.number($L, $L)", rangeMin(shape), rangeMax(shape));
            case BOOLEAN -> CodeBlock.of("in.flag()");
            case TIMESTAMP -> CodeBlock.of("in.instant()");
            case LIST -> listOf(shape, shape);
            case STRUCTURE, UNION -> CodeBlock.of("$T.read(in)", named(shape));
            case ENUM -> CodeBlock.of("in.constant($T.values())", named(shape));
            default -> throw new IllegalArgumentException("no way to read " + shape);
        };
    }

    /// @param limits the shape whose length trait counts: the list itself, or the member that narrows it
    private CodeBlock listOf(Shape limits, Shape list) {
        return CodeBlock.of("in.list($L, $L, () -> $L)", lengthMin(limits), lengthMax(limits), readOf(itemOf(list)));
    }

    private Shape itemOf(Shape list) {
        return target(((ListShape) list).getMember());
    }

    static long lengthMin(Shape shape) {
        return shape.getTrait(LengthTrait.class).flatMap(LengthTrait::getMin).orElse(0L);
    }

    static long lengthMax(Shape shape) {
        return shape.getTrait(LengthTrait.class).flatMap(LengthTrait::getMax).orElse((long) Integer.MAX_VALUE);
    }

    private static long rangeMin(Shape shape) {
        return shape.getTrait(RangeTrait.class)
                .flatMap(RangeTrait::getMin)
                .map(Number::longValue)
                .orElse((long) Integer.MIN_VALUE);
    }

    private static long rangeMax(Shape shape) {
        return shape.getTrait(RangeTrait.class)
                .flatMap(RangeTrait::getMax)
                .map(Number::longValue)
                .orElse((long) Integer.MAX_VALUE);
    }
}
