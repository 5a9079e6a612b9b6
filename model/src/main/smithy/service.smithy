$version: "2.0"

namespace com.amazonaws.proton

use openproton.traits#idempotencyClass
use openproton.traits#passed
use openproton.traits#authorizedOn
use smithy.waiters#waitable

/// Keeps a new service with the instances of its spec and starts their first deployments, then that of its pipeline.
@idempotent
@idempotencyClass("CREATE")
@authorizedOn(["service/{name}"])
operation CreateService {
    input: CreateServiceInput
    output: CreateServiceOutput
    errors: [
        ConflictException
        ResourceNotFoundException
        ServiceQuotaExceededException
    ]
}

@input
structure CreateServiceInput {
    @required
    name: ResourceName

    description: Description

    @required
    templateName: ResourceName

    /// The major version; with no minor, its recommended minor is used.
    @required
    templateMajorVersion: TemplateVersionPart

    templateMinorVersion: TemplateVersionPart

    @required
    spec: SpecContents

    @passed
    repositoryConnectionArn: Arn

    repositoryId: RepositoryId

    branchName: GitBranchName

    tags: TagList
}

@output
structure CreateServiceOutput {
    @required
    service: Service
}

/// Removes the pipeline and the instances of a service with their infrastructure, then the service.
@idempotent
@idempotencyClass("DELETE_LATER")
@authorizedOn(["service/{name}"])
operation DeleteService {
    input: DeleteServiceInput
    output: DeleteServiceOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure DeleteServiceInput {
    @required
    name: ResourceName
}

@output
structure DeleteServiceOutput {
    service: Service
}

/// One service in detail, with its pipeline.
@readonly
@idempotencyClass("READ")
@authorizedOn(["service/{name}"])
@waitable(
    ServiceCreated: {
        minDelay: 5
        maxDelay: 4999
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: {
                        path: "service.status"
                        expected: "ACTIVE"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "service.status"
                        expected: "CREATE_FAILED_CLEANUP_COMPLETE"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "service.status"
                        expected: "CREATE_FAILED_CLEANUP_FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "service.status"
                        expected: "CREATE_FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
        ]
    }
    ServiceUpdated: {
        minDelay: 5
        maxDelay: 4999
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: {
                        path: "service.status"
                        expected: "ACTIVE"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "service.status"
                        expected: "UPDATE_FAILED_CLEANUP_COMPLETE"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "service.status"
                        expected: "UPDATE_FAILED_CLEANUP_FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "service.status"
                        expected: "UPDATE_FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "service.status"
                        expected: "UPDATE_COMPLETE_CLEANUP_FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
        ]
    }
    ServiceDeleted: {
        minDelay: 5
        maxDelay: 4999
        acceptors: [
            {
                state: "success"
                matcher: {
                    errorType: "ResourceNotFoundException"
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "service.status"
                        expected: "DELETE_FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
        ]
    }
    ServicePipelineDeployed: {
        minDelay: 10
        maxDelay: 3600
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: {
                        path: "service.pipeline.deploymentStatus"
                        expected: "SUCCEEDED"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "service.pipeline.deploymentStatus"
                        expected: "FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
        ]
    }
)
operation GetService {
    input: GetServiceInput
    output: GetServiceOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetServiceInput {
    @required
    name: ResourceName
}

@output
structure GetServiceOutput {
    service: Service
}

/// All services.
@readonly
@idempotencyClass("READ")
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "services")
operation ListServices {
    input: ListServicesInput
    output: ListServicesOutput
}

@input
structure ListServicesInput {
    nextToken: NextToken

    maxResults: MaxPageResults
}

@output
structure ListServicesOutput {
    nextToken: NextToken

    @required
    services: ServiceSummaryList
}

/// Changes the description of a service, or its set of instances.
@idempotencyClass("NONE")
@authorizedOn(["service/{name}"])
operation UpdateService {
    input: UpdateServiceInput
    output: UpdateServiceOutput
    errors: [
        ConflictException
        ResourceNotFoundException
        ServiceQuotaExceededException
    ]
}

@input
structure UpdateServiceInput {
    @required
    name: ResourceName

    description: Description

    spec: SpecContents
}

@output
structure UpdateServiceOutput {
    @required
    service: Service
}

/// What a developer deploys: instances and maybe a pipeline.
structure Service {
    @required
    name: ResourceName

    description: Description

    @required
    arn: ServiceArn

    @required
    templateName: ResourceName

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    @required
    status: ServiceStatus

    statusMessage: StatusMessage

    @required
    spec: SpecContents

    pipeline: ServicePipeline

    repositoryConnectionArn: Arn

    repositoryId: RepositoryId

    branchName: GitBranchName
}

/// Where a service as a whole stands.
enum ServiceStatus {
    CREATE_IN_PROGRESS
    CREATE_FAILED_CLEANUP_IN_PROGRESS
    CREATE_FAILED_CLEANUP_COMPLETE
    CREATE_FAILED_CLEANUP_FAILED
    CREATE_FAILED
    ACTIVE
    DELETE_IN_PROGRESS
    DELETE_FAILED
    UPDATE_IN_PROGRESS
    UPDATE_FAILED_CLEANUP_IN_PROGRESS
    UPDATE_FAILED_CLEANUP_COMPLETE
    UPDATE_FAILED_CLEANUP_FAILED
    UPDATE_FAILED
    UPDATE_COMPLETE_CLEANUP_FAILED
}

/// A line of a list: the service in short.
structure ServiceSummary {
    @required
    name: ResourceName

    description: Description

    @required
    arn: ServiceArn

    @required
    templateName: ResourceName

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    @required
    status: ServiceStatus

    statusMessage: StatusMessage
}

list ServiceSummaryList {
    member: ServiceSummary
}
