package openproton.cli;

import openproton.base.Arn;

/// The role that is named where the API demands one and the local runner needs none.
final class LocalRole {
    private LocalRole() {}

    /// @param arn of anything that belongs to the caller's account
    static String of(String arn) {
        String account = Arn.parse(arn).map(Arn::account).orElse("000000000000");
        return "arn:aws:iam::%s:role/openproton-local".formatted(account);
    }
}
