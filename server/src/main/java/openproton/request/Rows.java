package openproton.request;

import java.util.function.Function;
import openproton.api.Caller;
import openproton.api.Shape;
import openproton.store.Transaction;

/// The database as an [Errand] sees it: to read, and to try what a change would come to.
public interface Rows {

    /// Reads rows as they stand at one moment.
    <T> T read(Function<Transaction, T> work);

    /// Runs a change, looks at what it came to, and undoes it: it refuses what the real one would refuse.
    ///
    /// @param look sees the rows as the change left them
    <I extends Shape, O extends Shape, T> T rehearse(
            Change<I, O> change, I input, Caller caller, Function<Transaction, T> look);
}
