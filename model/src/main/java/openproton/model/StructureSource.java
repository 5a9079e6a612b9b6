package openproton.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.DocumentationTrait;

/// A structure of the API as a record with a reader, a writer and a builder.
record StructureSource(Types types, StructureShape shape) {

    TypeSpec source() {
        var type = TypeSpec.recordBuilder(self())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(Types.SHAPE)
                .addJavadoc("$L\n", doc())
                .recordConstructor(components())
                .addMethod(read())
                .addMethod(write())
                .addMethod(builder())
                .addType(new BuilderSource(types, shape).source());
        new SummarySource(types, shape).factory().ifPresent(type::addMethod);
        if (members().stream().anyMatch(types::isSensitive)) {
            type.addMethod(text());
        }
        if (self().simpleName().endsWith("Input")) {
            type.addMethod(textOfMember());
        }
        return type.build();
    }

    private ClassName self() {
        return Types.named(shape);
    }

    private List<MemberShape> members() {
        return List.copyOf(shape.members());
    }

    private String doc() {
        return shape.getTrait(DocumentationTrait.class)
                .map(DocumentationTrait::getValue)
                .orElse("The structure `" + self().simpleName() + "` of the API.");
    }

    private MethodSpec components() {
        var constructor = MethodSpec.constructorBuilder();
        members().forEach(member -> constructor.addParameter(types.componentOf(member), member.getMemberName()));
        return constructor.build();
    }

    private MethodSpec read() {
        var method = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Reads the structure; what breaks a constraint is noted in the reader.\n")
                .returns(self())
                .addParameter(Types.READER, "in")
                .addStatement("var found = new Builder()")
                .beginControlFlow("in.members(member ->")
                .beginControlFlow("switch (member)");
        members()
                .forEach(member -> method.addStatement(
                        "case $S -> found.$N = $L",
                        member.getMemberName(),
                        member.getMemberName(),
                        types.readOf(member)));
        method.addStatement("default -> in.skip()").endControlFlow().endControlFlow(")");
        members().stream()
                .filter(Types::isRequired)
                .forEach(member -> method.addStatement(
                        "in.require(found.$N, $S)", member.getMemberName(), member.getMemberName()));
        return method.addStatement("return found.make()").build();
    }

    private MethodSpec write() {
        var method = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Types.WRITER, "out")
                .addStatement("out.start()");
        members()
                .forEach(member ->
                        method.addStatement("out.member($S, $N)", member.getMemberName(), member.getMemberName()));
        return method.addStatement("out.end()").build();
    }

    private static MethodSpec builder() {
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("A builder with no member set.\n")
                .returns(ClassName.bestGuess("Builder"))
                .addStatement("return new Builder()")
                .build();
    }

    /// Hides sensitive members, which must never reach a log.
    private MethodSpec text() {
        CodeBlock parts = members().stream()
                .map(member -> types.isSensitive(member)
                        ? CodeBlock.of("$S", member.getMemberName() + "=***")
                        : CodeBlock.of("$S + $N", member.getMemberName() + "=", member.getMemberName()))
                .collect(CodeBlock.joining(" + \", \" + "));
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $S + $L + \"]\"", self().simpleName() + "[", parts)
                .build();
    }

    private MethodSpec textOfMember() {
        var method = MethodSpec.methodBuilder("text")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(com.palantir.javapoet.ParameterizedTypeName.get(Optional.class, String.class))
                .addParameter(String.class, "member");
        String cases = members().stream().map(this::textCase).collect(Collectors.joining());
        return method.addCode("return switch (member) {\n" + cases + "    default -> Optional.empty();\n};\n")
                .build();
    }

    private String textCase(MemberShape member) {
        String name = member.getMemberName();
        String spelled = switch (types.target(member).getType()) {
            case STRING -> "";
            case ENUM -> Types.isRequired(member) ? ".value()" : ".map(WireEnum::value)";
            default -> "no";
        };
        if (spelled.equals("no")) {
            return "";
        }
        String value = Types.isRequired(member) ? "Optional.of(" + name + spelled + ")" : name + spelled;
        return "    case \"" + name + "\" -> " + value + ";\n";
    }
}
