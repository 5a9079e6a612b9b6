package openproton.resource.tag;

import openproton.api.Caller;
import openproton.api.TagResourceInput;
import openproton.api.TagResourceOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Adds customer tags to a resource, or changes their values.
public record TagResource() implements Change<TagResourceInput, TagResourceOutput> {

    @Override
    public TagResourceOutput handle(Transaction tx, TagResourceInput input, Caller caller) {
        String arn = Taggable.requireChangeable(tx, Scope.of(caller), input.resourceArn());
        new Tags(tx).put(arn, input.tags());

        return new TagResourceOutput();
    }
}
