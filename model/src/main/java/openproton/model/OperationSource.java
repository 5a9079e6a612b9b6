package openproton.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.Trait;

/// The class `ApiModel`: what the model says of each operation, as one constant each and as a list of all.
record OperationSource(Model model, List<OperationShape> operations) {
    private static final ClassName OPERATION = ClassName.get(Types.PACKAGE, "OperationShape");
    private static final ClassName AUTHORIZATION = ClassName.get(Types.PACKAGE, "Authorization");
    private static final ClassName IDEMPOTENCY = ClassName.get(Types.PACKAGE, "IdempotencyClass");

    TypeSpec source() {
        var type = TypeSpec.classBuilder("ApiModel")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("What the model says of each operation.\n")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        operations.forEach(operation -> type.addField(constant(operation)));
        return type.addField(all()).build();
    }

    private FieldSpec constant(OperationShape operation) {
        ClassName input = Types.named(model.expectShape(operation.getInputShape()));
        ClassName output = Types.named(model.expectShape(operation.getOutputShape()));
        return publicConstant(ParameterizedTypeName.get(OPERATION, input, output), RuleSource.constantOf(operation))
                .initializer(
                        "new $T<>($S, $T::read, $T::read, $T.of($L), new $T($T.of($L), $T.of($L)), $T.$L)",
                        OPERATION,
                        serviceOf(operation) + "." + operation.getId().getName(),
                        input,
                        output,
                        Set.class,
                        errorsOf(operation),
                        AUTHORIZATION,
                        List.class,
                        authorizedOn(operation),
                        List.class,
                        passed(model.expectShape(operation.getInputShape())),
                        IDEMPOTENCY,
                        trait(operation, "idempotencyClass")
                                .map(Node::expectStringNode)
                                .orElseThrow()
                                .getValue())
                .build();
    }

    private FieldSpec all() {
        var any = WildcardTypeName.subtypeOf(Types.SHAPE);
        var shape = ParameterizedTypeName.get(OPERATION, any, any);
        CodeBlock constants = operations.stream()
                .map(operation -> CodeBlock.of("$L", RuleSource.constantOf(operation)))
                .collect(CodeBlock.joining(", "));
        return publicConstant(ParameterizedTypeName.get(ClassName.get(List.class), shape), "OPERATIONS")
                .addJavadoc("All operations, by name.\n")
                .initializer("$T.of($L)", List.class, constants)
                .build();
    }

    private static FieldSpec.Builder publicConstant(ParameterizedTypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    }

    private ServiceShape service(OperationShape operation) {
        return model.getServiceShapes().stream()
                .filter(service -> service.getAllOperations().contains(operation.getId()))
                .findFirst()
                .orElseThrow();
    }

    private String serviceOf(OperationShape operation) {
        return service(operation).getId().getName();
    }

    private CodeBlock errorsOf(OperationShape operation) {
        var names = new TreeSet<String>();
        operation.getErrors(service(operation)).forEach(error -> names.add(error.getName()));
        return literals(names);
    }

    private static CodeBlock authorizedOn(OperationShape operation) {
        return literals(trait(operation, "authorizedOn")
                .map(node -> node.expectArrayNode()
                        .getElementsAs(element -> element.expectStringNode().getValue()))
                .orElse(List.of()));
    }

    private static CodeBlock passed(Shape input) {
        return literals(input.members().stream()
                .filter(member -> trait(member, "passed").isPresent())
                .map(MemberShape::getMemberName)
                .toList());
    }

    private static CodeBlock literals(Iterable<String> texts) {
        var blocks = new java.util.ArrayList<CodeBlock>();
        texts.forEach(text -> blocks.add(CodeBlock.of("$S", text)));
        return CodeBlock.join(blocks, ", ");
    }

    private static Optional<Node> trait(Shape shape, String name) {
        return shape.findTrait(ShapeId.from("openproton.traits#" + name)).map(Trait::toNode);
    }
}
