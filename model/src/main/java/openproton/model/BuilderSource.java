package openproton.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.StructureShape;

/// The builder of a structure: a setter for each member, and for optional members also one that takes an [Optional].
record BuilderSource(Types types, StructureShape shape) {
    private static final ClassName SELF = ClassName.bestGuess("Builder");

    TypeSpec source() {
        var type = TypeSpec.classBuilder(SELF)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Sets the members one by one.\n")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (MemberShape member : shape.members()) {
            type.addField(types.valueOf(member), member.getMemberName(), Modifier.PRIVATE);
            type.addMethod(setter(member, types.valueOf(member), CodeBlock.of("$N", member.getMemberName())));
            if (!Types.isRequired(member)) {
                type.addMethod(setter(
                        member, types.componentOf(member), CodeBlock.of("$N.orElse(null)", member.getMemberName())));
            }
        }
        return type.addMethod(build()).addMethod(make()).build();
    }

    private static MethodSpec setter(MemberShape member, TypeName type, CodeBlock value) {
        return MethodSpec.methodBuilder(member.getMemberName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Sets the member `$L`.\n", member.getMemberName())
                .returns(SELF)
                .addParameter(type, member.getMemberName())
                .addStatement("this.$N = $L", member.getMemberName(), value)
                .addStatement("return this")
                .build();
    }

    private MethodSpec build() {
        var method = MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The structure; every required member must have been set.\n")
                .returns(Types.named(shape));
        shape.members().stream()
                .filter(Types::isRequired)
                .forEach(member -> method.addStatement(
                        "$T.requireNonNull($N, $S)", Objects.class, member.getMemberName(), member.getMemberName()));
        return method.addStatement("return make()").build();
    }

    private MethodSpec make() {
        CodeBlock values = shape.members().stream()
                .map(member -> Types.isRequired(member)
                        ? CodeBlock.of("$N", member.getMemberName())
                        : CodeBlock.of("$T.ofNullable($N)", Optional.class, member.getMemberName()))
                .collect(CodeBlock.joining(", "));
        return MethodSpec.methodBuilder("make")
                .addModifiers(Modifier.PRIVATE)
                .returns(Types.named(shape))
                .addStatement("return new $T($L)", Types.named(shape), values)
                .build();
    }
}
