package openproton.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.Trait;

/// The facts of an API model that clients rely on, as sorted lines that a person can read and a test can compare.
record Facts(Model model) {
    private static final String NAMESPACE = "com.amazonaws.proton";

    /// Traits whose values are facts; documentation and endpoint rules are not.
    private static final List<String> TRAITS = List.of(
            "smithy.api#length",
            "smithy.api#range",
            "smithy.api#pattern",
            "smithy.api#sensitive",
            "smithy.api#error",
            "smithy.api#httpError",
            "smithy.api#retryable",
            "smithy.api#paginated",
            "smithy.api#readonly",
            "smithy.api#idempotent",
            "smithy.api#idempotencyToken",
            "smithy.api#required",
            "smithy.waiters#waitable");

    List<String> lines() {
        var lines = new TreeSet<String>();
        model.getServiceShapes().stream()
                .filter(service -> service.getId().getNamespace().equals(NAMESPACE))
                .forEach(service -> TopDownIndex.of(model)
                        .getContainedOperations(service)
                        .forEach(operation -> add(service, operation, lines)));
        model.shapes().filter(Facts::isOwn).forEach(shape -> add(shape, lines));
        return List.copyOf(lines);
    }

    private static boolean isOwn(Shape shape) {
        return shape.getId().getNamespace().equals(NAMESPACE)
                && !shape.isMemberShape()
                && !shape.isResourceShape()
                && !shape.isServiceShape();
    }

    private static void add(ServiceShape service, OperationShape operation, TreeSet<String> lines) {
        String errors = operation.getErrors(service).stream()
                .map(ShapeId::getName)
                .sorted()
                .collect(Collectors.joining(" "));
        lines.add("operation %s: %s -> %s, errors %s"
                .formatted(
                        operation.getId().getName(),
                        operation.getInputShape().getName(),
                        operation.getOutputShape().getName(),
                        errors));
    }

    private void add(Shape shape, TreeSet<String> lines) {
        String name = shape.getId().getName();
        traits(shape).forEach((trait, value) -> lines.add("%s: %s %s".formatted(name, trait, value)));
        enumValues(shape).forEach(value -> lines.add("%s: value %s".formatted(name, value)));
        if (shape.isListShape()) {
            lines.add("%s: list of %s"
                    .formatted(name, ((ListShape) shape).getMember().getTarget().getName()));
        } else if (shape.isStructureShape() || shape.isUnionShape()) {
            shape.members().forEach(member -> add(name, member, lines));
        }
    }

    /// The published model writes enums as a trait of strings, ours as shapes of their own.
    private static Collection<String> enumValues(Shape shape) {
        return shape.asEnumShape()
                .map(values -> values.getEnumValues().values())
                .orElseGet(() -> shape.findTrait("smithy.api#enum")
                        .map(trait -> trait.toNode()
                                .expectArrayNode()
                                .getElementsAs(value -> value.expectObjectNode()
                                        .expectStringMember("value")
                                        .getValue()))
                        .orElse(List.of()));
    }

    private static void add(String owner, MemberShape member, TreeSet<String> lines) {
        String name = owner + "." + member.getMemberName();
        lines.add("%s: %s".formatted(name, member.getTarget().getName()));
        traits(member).forEach((trait, value) -> lines.add("%s: %s %s".formatted(name, trait, value)));
    }

    private static Map<String, String> traits(Shape shape) {
        return shape.getAllTraits().values().stream()
                .filter(trait -> TRAITS.contains(trait.toShapeId().toString()))
                .collect(Collectors.toMap(trait -> trait.toShapeId().getName(), Facts::value));
    }

    /// The value of a trait without documentation.
    private static String value(Trait trait) {
        return Node.printJson(withoutDocumentation(trait.toNode()));
    }

    private static Node withoutDocumentation(Node node) {
        if (!node.isObjectNode()) {
            return node;
        }
        var kept = Node.objectNodeBuilder();
        node.expectObjectNode().getStringMap().entrySet().stream()
                .filter(member -> !member.getKey().equals("documentation"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> kept.withMember(member.getKey(), withoutDocumentation(member.getValue())));
        return kept.build();
    }
}
