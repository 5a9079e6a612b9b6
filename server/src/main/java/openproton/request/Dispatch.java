package openproton.request;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import openproton.api.Caller;
import openproton.api.Dispatcher;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.store.Database;
import openproton.store.Transaction;

/// The one place that runs operations: opens the transaction, recognizes a repeated request, and hands transaction,
/// input and caller on. What must be written with every change is written here.
public final class Dispatch implements Dispatcher, Rows {
    private final Database database;
    private final Idempotency idempotency;
    private final Map<String, Operation<?, ?>> operations = new TreeMap<>();

    /// @param shapes the model
    /// @param operations those that are served; each must be named as one of the model
    public Dispatch(
            Database database,
            InstantSource clock,
            List<OperationShape<?, ?>> shapes,
            List<Operation<?, ?>> operations) {
        this.database = database;
        this.idempotency = new Idempotency(clock);
        var names = shapes.stream().map(OperationShape::name).collect(Collectors.toSet());
        for (Operation<?, ?> operation : operations) {
            if (!names.contains(operation.name()) || this.operations.put(operation.name(), operation) != null) {
                throw new IllegalArgumentException(
                        "'%s' is not in the model, or is given twice".formatted(operation.name()));
            }
        }
    }

    @Override
    public boolean serves(OperationShape<?, ?> shape) {
        return operations.containsKey(shape.name());
    }

    /// The name says that operation and shape speak of the same input and output.
    @Override
    @SuppressWarnings("unchecked")
    public <I extends Shape, O extends Shape> O dispatch(OperationShape<I, O> shape, I input, Caller caller) {
        var operation = (Operation<I, O>) operations.get(shape.name());
        if (operation == null) {
            throw new IllegalArgumentException("'%s' is not served here".formatted(shape.name()));
        }
        return run(shape, operation, input, caller);
    }

    private <I extends Shape, O extends Shape> O run(
            OperationShape<I, O> shape, Operation<I, O> operation, I input, Caller caller) {
        return switch (operation) {
            case Query<I, O> query -> database.read(tx -> query.handle(tx, input, caller));
            case Change<I, O> change -> database.inTransaction(tx -> change(tx, shape, change, input, caller));
            case Errand<I, O> errand -> run(shape, errand.prepare(this, input, caller), input, caller);
        };
    }

    private <I extends Shape, O extends Shape> O change(
            Transaction tx, OperationShape<I, O> shape, Change<I, O> change, I input, Caller caller) {
        return change instanceof Repeatable<I, O> repeatable
                ? idempotency.answer(tx, new IdempotentRequest<>(shape, repeatable, input, caller))
                : change.handle(tx, input, caller);
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return database.read(work);
    }

    @Override
    public <I extends Shape, O extends Shape, T> T rehearse(
            Change<I, O> change, I input, Caller caller, Function<Transaction, T> look) {
        return database.rehearse(tx -> {
            change.handle(tx, input, caller);
            return look.apply(tx);
        });
    }
}
