$version: "2.0"

namespace com.amazonaws.proton

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0

/// The API of AWS Proton as OpenProton speaks it: templates, environments, services and their deployments.
@service(sdkId: "Proton", endpointPrefix: "proton")
@sigv4(name: "proton")
@awsJson1_0
@title("OpenProton")
service AwsProton20200720 {
    version: "2020-07-20"
    operations: [
        AcceptEnvironmentAccountConnection
        CancelComponentDeployment
        CancelEnvironmentDeployment
        CancelServiceInstanceDeployment
        CancelServicePipelineDeployment
        CreateComponent
        CreateEnvironment
        CreateEnvironmentAccountConnection
        CreateEnvironmentTemplate
        CreateEnvironmentTemplateVersion
        CreateRepository
        CreateService
        CreateServiceInstance
        CreateServiceSyncConfig
        CreateServiceTemplate
        CreateServiceTemplateVersion
        CreateTemplateSyncConfig
        DeleteComponent
        DeleteDeployment
        DeleteEnvironment
        DeleteEnvironmentAccountConnection
        DeleteEnvironmentTemplate
        DeleteEnvironmentTemplateVersion
        DeleteRepository
        DeleteService
        DeleteServiceSyncConfig
        DeleteServiceTemplate
        DeleteServiceTemplateVersion
        DeleteTemplateSyncConfig
        GetAccountSettings
        GetComponent
        GetDeployment
        GetEnvironment
        GetEnvironmentAccountConnection
        GetEnvironmentTemplate
        GetEnvironmentTemplateVersion
        GetRepository
        GetRepositorySyncStatus
        GetResourcesSummary
        GetService
        GetServiceInstance
        GetServiceInstanceSyncStatus
        GetServiceSyncBlockerSummary
        GetServiceSyncConfig
        GetServiceTemplate
        GetServiceTemplateVersion
        GetTemplateSyncConfig
        GetTemplateSyncStatus
        ListComponentOutputs
        ListComponentProvisionedResources
        ListComponents
        ListDeployments
        ListEnvironmentAccountConnections
        ListEnvironmentOutputs
        ListEnvironmentProvisionedResources
        ListEnvironmentTemplateVersions
        ListEnvironmentTemplates
        ListEnvironments
        ListRepositories
        ListRepositorySyncDefinitions
        ListServiceInstanceOutputs
        ListServiceInstanceProvisionedResources
        ListServiceInstances
        ListServicePipelineOutputs
        ListServicePipelineProvisionedResources
        ListServiceTemplateVersions
        ListServiceTemplates
        ListServices
        ListTagsForResource
        NotifyResourceDeploymentStatusChange
        RejectEnvironmentAccountConnection
        TagResource
        UntagResource
        UpdateAccountSettings
        UpdateComponent
        UpdateEnvironment
        UpdateEnvironmentAccountConnection
        UpdateEnvironmentTemplate
        UpdateEnvironmentTemplateVersion
        UpdateService
        UpdateServiceInstance
        UpdateServicePipeline
        UpdateServiceSyncBlocker
        UpdateServiceSyncConfig
        UpdateServiceTemplate
        UpdateServiceTemplateVersion
        UpdateTemplateSyncConfig
    ]
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}
