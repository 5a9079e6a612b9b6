package openproton.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Map;
import javax.lang.model.element.Modifier;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.traits.DocumentationTrait;

/// An enum of the API as a Java enum that knows how its constants are spelled on the wire.
record EnumSource(EnumShape shape) {

    TypeSpec source() {
        var type = TypeSpec.enumBuilder(shape.getId().getName())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(ClassName.get(Types.PACKAGE, "WireEnum"))
                .addField(String.class, "value", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor())
                .addMethod(value());
        shape.getTrait(DocumentationTrait.class).ifPresent(doc -> type.addJavadoc("$L\n", doc.getValue()));
        for (Map.Entry<String, String> constant : shape.getEnumValues().entrySet()) {
            type.addEnumConstant(
                    constant.getKey(),
                    TypeSpec.anonymousClassBuilder("$S", constant.getValue()).build());
        }
        return type.build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addParameter(String.class, "value")
                .addStatement("this.value = value")
                .build();
    }

    private static MethodSpec value() {
        return MethodSpec.methodBuilder("value")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return value")
                .build();
    }
}
