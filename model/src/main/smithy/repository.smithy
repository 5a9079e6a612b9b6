$version: "2.0"

namespace com.amazonaws.proton

use openproton.traits#idempotencyClass
use openproton.traits#passed
use openproton.traits#authorizedOn

/// Links a git repository through a configured connection.
@idempotent
@idempotencyClass("CREATE_ONCE")
@authorizedOn(["repository/{provider,lower}:{name}"])
operation CreateRepository {
    input: CreateRepositoryInput
    output: CreateRepositoryOutput
    errors: [
        ConflictException
        ServiceQuotaExceededException
    ]
}

@input
structure CreateRepositoryInput {
    @required
    provider: RepositoryProvider

    @required
    name: RepositoryName

    @required
    @passed
    connectionArn: Arn

    /// A key that the caller keeps; stored and returned, not used by this server.
    encryptionKey: Arn

    tags: TagList
}

@output
structure CreateRepositoryOutput {
    @required
    repository: Repository
}

/// Removes the link to a repository; its content is not touched.
@idempotent
@idempotencyClass("DELETE_KNOWN")
@authorizedOn(["repository/{provider,lower}:{name}"])
operation DeleteRepository {
    input: DeleteRepositoryInput
    output: DeleteRepositoryOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure DeleteRepositoryInput {
    @required
    provider: RepositoryProvider

    @required
    name: RepositoryName
}

@output
structure DeleteRepositoryOutput {
    repository: Repository
}

/// One linked repository in detail.
@readonly
@idempotencyClass("READ")
@authorizedOn(["repository/{provider,lower}:{name}"])
operation GetRepository {
    input: GetRepositoryInput
    output: GetRepositoryOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetRepositoryInput {
    @required
    provider: RepositoryProvider

    @required
    name: RepositoryName
}

@output
structure GetRepositoryOutput {
    @required
    repository: Repository
}

/// All linked repositories.
@readonly
@idempotencyClass("READ")
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "repositories")
operation ListRepositories {
    input: ListRepositoriesInput
    output: ListRepositoriesOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListRepositoriesInput {
    nextToken: NextToken

    maxResults: MaxPageResults
}

@output
structure ListRepositoriesOutput {
    nextToken: NextToken

    @required
    repositories: RepositorySummaryList
}

/// A linked git repository.
structure Repository {
    @required
    arn: RepositoryArn

    @required
    provider: RepositoryProvider

    @required
    name: RepositoryName

    @required
    connectionArn: Arn

    /// A key that the caller keeps; stored and returned, not used by this server.
    encryptionKey: Arn
}

string RepositoryArn

/// A branch of a linked repository.
structure RepositoryBranch {
    @required
    arn: RepositoryArn

    @required
    provider: RepositoryProvider

    @required
    name: RepositoryName

    @required
    branch: GitBranchName
}

structure RepositoryBranchInput {
    @required
    provider: RepositoryProvider

    @required
    name: RepositoryName

    @required
    branch: GitBranchName
}

@length(min: 1, max: 200)
string RepositoryId

/// `owner/name`.
@length(min: 1, max: 100)
@pattern("[A-Za-z0-9_.-].*/[A-Za-z0-9_.-].*")
string RepositoryName

/// Which kind of host keeps the repository.
enum RepositoryProvider {
    GITHUB
    GITHUB_ENTERPRISE
    BITBUCKET
}

/// A line of a list: the repository in short.
structure RepositorySummary {
    @required
    arn: RepositoryArn

    @required
    provider: RepositoryProvider

    @required
    name: RepositoryName

    @required
    connectionArn: Arn
}

list RepositorySummaryList {
    member: RepositorySummary
}
