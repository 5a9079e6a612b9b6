package openproton.aws;

/// The parts of a stack's way; each has a status of its own.
enum Phase {
    CREATE("CREATE_IN_PROGRESS"),
    ROLLBACK("ROLLBACK_IN_PROGRESS"),
    UPDATE("UPDATE_IN_PROGRESS"),
    CLEANUP("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
    UPDATE_ROLLBACK("UPDATE_ROLLBACK_IN_PROGRESS"),
    ROLLBACK_CLEANUP("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS"),
    DELETE("DELETE_IN_PROGRESS"),
    SETTLED("");

    private final String inProgress;

    Phase(String inProgress) {
        this.inProgress = inProgress;
    }

    String inProgress() {
        return inProgress;
    }
}
