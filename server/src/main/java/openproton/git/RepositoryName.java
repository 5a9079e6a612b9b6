package openproton.git;

import java.util.regex.Pattern;

/// The path of a repository at its host: names of letters, digits and `_ . ~ + -`, divided by slashes, none of
/// them dots alone.
final class RepositoryName {
    private static final Pattern FORM = Pattern.compile("(?!\\.{1,2}(/|$))[\\w.~+-]+(/(?!\\.{1,2}(/|$))[\\w.~+-]+)*");

    private RepositoryName() {}

    static String checked(String repository) {
        if (!FORM.matcher(repository).matches()) {
            throw new GitException.NotThere(
                    "'%s' cannot be a repository: expected a path such as owner/name".formatted(repository));
        }
        return repository;
    }
}
