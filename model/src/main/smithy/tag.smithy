$version: "2.0"

namespace com.amazonaws.proton

use openproton.traits#idempotencyClass
use openproton.traits#authorizedOn

/// The managed and the customer tags of a resource, sorted by key.
@readonly
@idempotencyClass("READ")
@authorizedOn(["{resourceArn}"])
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "tags")
operation ListTagsForResource {
    input: ListTagsForResourceInput
    output: ListTagsForResourceOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListTagsForResourceInput {
    @required
    resourceArn: Arn

    nextToken: String

    maxResults: MaxPageResults
}

@output
structure ListTagsForResourceOutput {
    @required
    tags: TagList

    nextToken: String
}

/// Adds customer tags to a resource, or changes their values.
@idempotent
@idempotencyClass("NATURAL")
@authorizedOn(["{resourceArn}"])
operation TagResource {
    input: TagResourceInput
    output: TagResourceOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure TagResourceInput {
    @required
    resourceArn: Arn

    @required
    tags: TagList
}

@output
structure TagResourceOutput {}

/// Removes customer tags from a resource.
@idempotent
@idempotencyClass("NATURAL")
@authorizedOn(["{resourceArn}"])
operation UntagResource {
    input: UntagResourceInput
    output: UntagResourceOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure UntagResourceInput {
    @required
    resourceArn: Arn

    @required
    tagKeys: TagKeyList
}

@output
structure UntagResourceOutput {}

/// A label of a resource.
structure Tag {
    @required
    key: TagKey

    @required
    value: TagValue
}

@length(min: 1, max: 128)
string TagKey

@length(min: 0, max: 50)
list TagKeyList {
    member: TagKey
}

@length(min: 0, max: 50)
list TagList {
    member: Tag
}

@length(min: 0, max: 256)
string TagValue
