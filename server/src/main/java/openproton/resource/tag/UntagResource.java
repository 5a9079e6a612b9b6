package openproton.resource.tag;

import openproton.api.Caller;
import openproton.api.UntagResourceInput;
import openproton.api.UntagResourceOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Removes customer tags from a resource; keys it does not have are ignored.
public record UntagResource() implements Change<UntagResourceInput, UntagResourceOutput> {

    @Override
    public UntagResourceOutput handle(Transaction tx, UntagResourceInput input, Caller caller) {
        String arn = Taggable.requireChangeable(tx, Scope.of(caller), input.resourceArn());
        new Tags(tx).remove(arn, input.tagKeys());

        return new UntagResourceOutput();
    }
}
