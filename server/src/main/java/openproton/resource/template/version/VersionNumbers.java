package openproton.resource.template.version;

import openproton.api.ResourceNotFoundException;

/// Reads major and minor numbers, which the API spells as text of up to twenty digits.
final class VersionNumbers {
    private static final int DIGITS_MAX = 18;

    private VersionNumbers() {}

    /// @param text digits, as the model demands
    /// @throws ResourceNotFoundException when no version can have so high a number
    static long read(String text) {
        if (text.length() > DIGITS_MAX) {
            throw new ResourceNotFoundException("there is no version %s".formatted(text));
        }
        return Long.parseLong(text);
    }
}
