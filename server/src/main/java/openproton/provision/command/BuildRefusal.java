package openproton.provision.command;

/// Thrown for an order that can never run; the message is for people.
final class BuildRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BuildRefusal(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
