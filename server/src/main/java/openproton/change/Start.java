package openproton.change;

/// When a deployment that was begun starts to run.
public sealed interface Start {

    /// At once.
    Start NOW = new Now();

    /// Never: there is nothing to run, and whoever began it settles it in the same transaction.
    Start NEVER = new Never();

    record Now() implements Start {}

    record Never() implements Start {}

    /// Not before [Deployments#proceed].
    ///
    /// @param reason what it waits for
    record After(Phase.Reason reason) implements Start {

        /// After other parts of the same service.
        ///
        /// @param words for people, such as `waits for the instances of service 'shop'`
        public static After parts(String words) {
            return new After(new Phase.Reason(Phase.WaitsOn.SERVICE, words));
        }
    }
}
