package openproton.resource.tag;

import openproton.api.Caller;
import openproton.api.Operation;
import openproton.api.UntagResourceInput;
import openproton.api.UntagResourceOutput;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// Removes customer tags from a resource; keys it does not have are ignored.
public record UntagResource(Database database) implements Operation<UntagResourceInput, UntagResourceOutput> {

    @Override
    public UntagResourceOutput handle(UntagResourceInput input, Caller caller) {
        database.change(tx -> {
            String arn = Taggable.requireChangeable(tx, Scope.of(caller), input.resourceArn());
            new Tags(tx).remove(arn, input.tagKeys());
        });
        return new UntagResourceOutput();
    }
}
