package openproton.auth.key;

import java.util.random.RandomGenerator;

/// Generates the ids and secrets of new keys.
public record KeyGenerator(RandomGenerator random) {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String BASE_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int ID_LETTERS = 16;
    private static final int SECRET_LETTERS = 40;

    /// A new id: four letters that tell its kind, and 16 more.
    public String id(String kind) {
        return kind + letters(BASE_32, ID_LETTERS);
    }

    /// A new secret of 40 letters, which hold 240 random bits.
    public String secret() {
        return letters(BASE_64, SECRET_LETTERS);
    }

    private String letters(String alphabet, int count) {
        var text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
