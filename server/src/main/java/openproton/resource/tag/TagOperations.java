package openproton.resource.tag;

import java.util.List;
import openproton.api.Operation;
import openproton.resource.request.Pages;
import openproton.store.Database;

/// The operations on tags.
public record TagOperations(Database database, Pages pages) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new TagResource(database), new UntagResource(database), new ListTagsForResource(database, pages));
    }
}
