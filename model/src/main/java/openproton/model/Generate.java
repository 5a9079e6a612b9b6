package openproton.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeType;

/// Writes the Java of the API: `Generate IDL-FOLDER OUTPUT-FOLDER`.
public final class Generate {
    private Generate() {}

    /// Reads the model, checks it, and writes one file for each type.
    public static void main(String[] arguments) throws IOException {
        Model model = load(Path.of(arguments[0]));
        var output = new Output(Path.of(arguments[1]));
        var types = new Types(model);
        for (Shape shape : ownShapes(model)) {
            write(shape, types, output);
        }
        output.write(new ErrorSource(model).sources());
        output.write(List.of(new RuleSource(model).source(), new OperationSource(model, operations(model)).source()));
        output.finish();
    }

    /// The model in a folder of IDL files, refused when Smithy's own validation finds an error.
    static Model load(Path folder) {
        return Model.assembler(Generate.class.getClassLoader())
                .discoverModels(Generate.class.getClassLoader())
                .addImport(folder)
                .assemble()
                .unwrap();
    }

    /// The operations of every service, by name.
    static List<OperationShape> operations(Model model) {
        return model.getServiceShapes().stream()
                .flatMap(service -> service.getAllOperations().stream())
                .map(id -> model.expectShape(id, OperationShape.class))
                .sorted()
                .toList();
    }

    private static List<Shape> ownShapes(Model model) {
        return model.shapes().filter(Generate::isOwn).sorted().toList();
    }

    /// Whether a shape belongs to one of our services, and not to Smithy or to the traits.
    static boolean isOwn(Shape shape) {
        String namespace = shape.getId().getNamespace();
        return namespace.equals("com.amazonaws.proton") || namespace.equals("openproton");
    }

    private static void write(Shape shape, Types types, Output output) throws IOException {
        if (shape.getType() == ShapeType.STRUCTURE && !shape.hasTrait("smithy.api#error")) {
            output.write(
                    List.of(new StructureSource(types, shape.asStructureShape().orElseThrow()).source()));
        } else if (shape.getType() == ShapeType.UNION) {
            output.write(List.of(new UnionSource(types, shape.asUnionShape().orElseThrow()).source()));
        } else if (shape.getType() == ShapeType.ENUM) {
            output.write(List.of(new EnumSource(shape.asEnumShape().orElseThrow()).source()));
        }
    }
}
