package openproton.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.DocumentationTrait;
import software.amazon.smithy.model.traits.ErrorTrait;

/// The errors of the API as exceptions below one sealed class, `ApiException`.
record ErrorSource(Model model) {
    private static final ClassName BASE = ClassName.get(Types.PACKAGE, "ApiException");

    List<TypeSpec> sources() {
        List<Shape> errors = model.getShapesWithTrait(ErrorTrait.class).stream()
                .filter(Generate::isOwn)
                .sorted()
                .toList();
        var sources = new ArrayList<TypeSpec>();
        sources.add(base(errors));
        errors.forEach(error -> sources.add(source(error)));
        return sources;
    }

    private static TypeSpec base(List<Shape> errors) {
        var type = TypeSpec.classBuilder(BASE)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT, Modifier.SEALED)
                .superclass(RuntimeException.class)
                .addJavadoc("Ends a request with one of the errors of the model; the message is for the caller.\n")
                .addField(serialVersion())
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "message")
                        .addStatement("super(message)")
                        .build())
                .addMethod(MethodSpec.methodBuilder("type")
                        .addJavadoc("The bare name of the error on the wire.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .returns(String.class)
                        .addStatement("return getClass().getSimpleName()")
                        .build());
        errors.forEach(error -> type.addPermittedSubclass(Types.named(error)));
        return type.build();
    }

    private static TypeSpec source(Shape error) {
        var type = TypeSpec.classBuilder(Types.named(error))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(BASE)
                .addField(serialVersion())
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("@param message what is wrong and what would be right\n")
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(String.class, "message")
                        .addStatement("super(message)")
                        .build());
        error.getTrait(DocumentationTrait.class).ifPresent(doc -> type.addJavadoc("$L\n", doc.getValue()));
        return type.build();
    }

    private static FieldSpec serialVersion() {
        return FieldSpec.builder(long.class, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("1L")
                .build();
    }
}
