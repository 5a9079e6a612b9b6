package openproton.resource.tag;

import java.util.List;
import openproton.api.Caller;
import openproton.api.ListTagsForResourceInput;
import openproton.api.ListTagsForResourceOutput;
import openproton.request.Pages;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// The managed and the customer tags of a resource, sorted by key.
public record ListTagsForResource(Pages pages) implements Query<ListTagsForResourceInput, ListTagsForResourceOutput> {
    private static final String SELECT = "SELECT key, value FROM tag WHERE arn = ?";

    @Override
    public ListTagsForResourceOutput handle(Transaction tx, ListTagsForResourceInput input, Caller caller) {
        String arn = Taggable.require(tx, Scope.of(caller), input.resourceArn());
        var query = new Pages.Listing(SELECT, List.of(arn), List.of(Pages.Key.text("key")), false, name() + arn);
        var page = pages.read(tx, query, TagTable::read, input.maxResults(), input.nextToken());
        return ListTagsForResourceOutput.builder()
                .tags(page.items())
                .nextToken(page.nextToken())
                .build();
    }
}
