package openproton.provision.command;

/// An order that can never be run; the message is for the person who asked.
final class BuildRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BuildRefusal(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
