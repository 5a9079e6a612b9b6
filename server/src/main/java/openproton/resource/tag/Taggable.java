package openproton.resource.tag;

import java.util.Optional;
import java.util.regex.Pattern;
import openproton.api.ConflictException;
import openproton.api.ResourceNotFoundException;
import openproton.api.ValidationException;
import openproton.base.Arn;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Finds what a tag operation is about, among the kinds of resources that can have tags.
public final class Taggable {
    private static final Pattern KINDS = Pattern.compile(
            "(environment|service|environment-template|service-template|component|repository|environment-account-connection)/.+");
    private static final Pattern MAJOR = Pattern.compile(".*-template/[^:]+:\\d+");
    private static final String KNOWN = "SELECT count(*) AS n FROM tag WHERE arn = ? OR arn LIKE ?";
    private static final String DELETING = """
        SELECT status FROM deployable_now WHERE arn = ? AND status = 'DELETE_IN_PROGRESS'
        UNION ALL
        SELECT status FROM service WHERE arn = ? AND status = 'DELETE_IN_PROGRESS'
        """;

    private Taggable() {}

    /// The ARN under which the tags of a resource are kept. Every taggable resource has managed tags from the moment it
    /// exists until it is gone, so its tags tell whether it exists.
    ///
    /// @throws ValidationException when a resource of that kind has no tags
    /// @throws ResourceNotFoundException when there is no such resource
    static String require(Transaction tx, Scope scope, String text) {
        Optional<Arn> arn = Arn.parse(text).filter(named -> named.service().equals("proton"));
        if (arn.isEmpty() || !KINDS.matcher(arn.get().resource()).matches() || text.endsWith("/pipeline")) {
            throw new ValidationException(
                    "resourceArn '%s' is not the ARN of a resource that can have tags".formatted(text));
        }
        boolean foreign = !scope.equals(new Scope(arn.get().account(), arn.get().region()));
        if (foreign || !isKnown(tx, text)) {
            throw new ResourceNotFoundException(text + " does not exist");
        }
        return text;
    }

    /// As [#require], and the resource is not being deleted.
    static String requireChangeable(Transaction tx, Scope scope, String text) {
        String arn = require(tx, scope, text);
        if (tx.find(DELETING, row -> row.text("status"), arn, arn).isPresent()) {
            throw new ConflictException(arn + " is being deleted");
        }
        return arn;
    }

    private static boolean isKnown(Transaction tx, String arn) {
        String minors = MAJOR.matcher(arn).matches() ? arn + ".%" : arn;
        return tx.find(KNOWN, row -> row.number("n"), arn, minors).orElseThrow() > 0;
    }
}
