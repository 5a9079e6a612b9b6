package openproton.resource.tag;

import java.util.List;
import openproton.request.Operation;
import openproton.request.Pages;

/// The operations on tags.
public record TagOperations(Pages pages) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(new TagResource(), new UntagResource(), new ListTagsForResource(pages));
    }
}
