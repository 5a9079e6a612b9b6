package openproton.base;

/// The role to name where the API requires one, but no role should be assumed: it never is.
public final class LocalRole {
    private static final String NAME = "role/openproton-local";

    private LocalRole() {}

    /// @param arn of anything that belongs to the caller's account
    public static String of(String arn) {
        String account = Arn.parse(arn).map(Arn::account).orElse("000000000000");
        return "arn:aws:iam::%s:%s".formatted(account, NAME);
    }

    /// Whether a role is this one.
    public static boolean is(String role) {
        return role.endsWith(":" + NAME);
    }
}
