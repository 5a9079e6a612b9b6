package openproton.resource.tag;

import openproton.api.Caller;
import openproton.api.Operation;
import openproton.api.TagResourceInput;
import openproton.api.TagResourceOutput;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// Adds customer tags to a resource, or changes their values.
public record TagResource(Database database) implements Operation<TagResourceInput, TagResourceOutput> {

    @Override
    public TagResourceOutput handle(TagResourceInput input, Caller caller) {
        database.change(tx -> {
            String arn = Taggable.requireChangeable(tx, Scope.of(caller), input.resourceArn());
            new Tags(tx).put(arn, input.tags());
        });
        return new TagResourceOutput();
    }
}
