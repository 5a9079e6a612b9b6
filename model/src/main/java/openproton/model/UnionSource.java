package openproton.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.UnionShape;
import software.amazon.smithy.model.traits.DocumentationTrait;
import software.amazon.smithy.utils.StringUtils;

/// A union of the API as a sealed interface with one record for each member.
record UnionSource(Types types, UnionShape shape) {

    TypeSpec source() {
        var type = TypeSpec.interfaceBuilder(self())
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addSuperinterface(Types.SHAPE)
                .addMethod(read());
        shape.getTrait(DocumentationTrait.class).ifPresent(doc -> type.addJavadoc("$L\n", doc.getValue()));
        shape.members().forEach(member -> type.addType(variant(member)));
        return type.build();
    }

    private ClassName self() {
        return Types.named(shape);
    }

    private ClassName variantOf(MemberShape member) {
        return self().nestedClass("Of" + StringUtils.capitalize(member.getMemberName()));
    }

    private TypeSpec variant(MemberShape member) {
        return TypeSpec.recordBuilder(variantOf(member))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The member `$L`.\n", member.getMemberName())
                .addSuperinterface(self())
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(types.valueOf(member), "value")
                        .build())
                .addMethod(MethodSpec.methodBuilder("write")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(Types.WRITER, "out")
                        .addStatement("out.start()")
                        .addStatement("out.member($S, value)", member.getMemberName())
                        .addStatement("out.end()")
                        .build())
                .build();
    }

    private MethodSpec read() {
        var method = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Reads the union; null stands for one that was noted as broken.\n")
                .returns(self())
                .addParameter(Types.READER, "in")
                .addStatement("var found = new $T<$T>()", java.util.ArrayList.class, self())
                .beginControlFlow("in.members(member ->")
                .beginControlFlow("switch (member)");
        shape.members()
                .forEach(member -> method.addStatement(
                        "case $S -> found.add(new $T($L))",
                        member.getMemberName(),
                        variantOf(member),
                        types.readOf(member)));
        return method.addStatement("default -> in.skip()")
                .endControlFlow()
                .endControlFlow(")")
                .addStatement("in.requireOne(found.size())")
                .addStatement("return found.isEmpty() ? null : found.getFirst()")
                .build();
    }
}
