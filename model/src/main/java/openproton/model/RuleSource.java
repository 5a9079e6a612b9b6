package openproton.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeType;
import software.amazon.smithy.model.shapes.StringShape;
import software.amazon.smithy.model.traits.PatternTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;

/// The class `Rules`: one constant for each kind of string in the model.
record RuleSource(Model model) {
    private static final ClassName RULE = ClassName.get(Types.PACKAGE, "TextRule");

    TypeSpec source() {
        var rules = TypeSpec.classBuilder("Rules")
                .addModifiers(Modifier.FINAL)
                .addJavadoc("What the model demands of each kind of string.\n")
                .addMethod(com.palantir.javapoet.MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        strings().forEach(shape -> rules.addField(constant(shape)));
        return rules.build();
    }

    /// The constant's name for a kind of string: `ResourceName` becomes `RESOURCE_NAME`.
    static String constantOf(Shape shape) {
        return shape.getId().getName().replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    private List<StringShape> strings() {
        return model.shapes(StringShape.class)
                .filter(shape -> shape.getType() == ShapeType.STRING)
                .filter(shape ->
                        Generate.isOwn(shape) || shape.getId().toString().equals("smithy.api#String"))
                .sorted()
                .toList();
    }

    private static FieldSpec constant(StringShape shape) {
        String pattern =
                shape.getTrait(PatternTrait.class).map(PatternTrait::getValue).orElse("");
        return FieldSpec.builder(RULE, constantOf(shape), Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "$T.of($L, $L, $S, $L)",
                        RULE,
                        Types.lengthMin(shape),
                        Types.lengthMax(shape),
                        pattern,
                        shape.hasTrait(SensitiveTrait.class))
                .build();
    }
}
