package openproton.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Ids and attributes of resources: made up, of the form that AWS gives, and the same in every run.
///
/// @param account twelve digits
/// @param region such as `eu-west-1`
/// @param stackName begins the names of what has none of its own
record ResourceValues(String account, String region, String stackName) {
    private static final Map<String, String> ID_PREFIXES = Map.ofEntries(
            Map.entry("AWS::EC2::VPC", "vpc-"),
            Map.entry("AWS::EC2::Subnet", "subnet-"),
            Map.entry("AWS::EC2::SecurityGroup", "sg-"),
            Map.entry("AWS::EC2::InternetGateway", "igw-"),
            Map.entry("AWS::EC2::NatGateway", "nat-"),
            Map.entry("AWS::EC2::RouteTable", "rtb-"),
            Map.entry("AWS::EC2::SubnetRouteTableAssociation", "rtbassoc-"),
            Map.entry("AWS::EC2::VPCEndpoint", "vpce-"),
            Map.entry("AWS::EC2::Instance", "i-"),
            Map.entry("AWS::EC2::Volume", "vol-"),
            Map.entry("AWS::EC2::NetworkAcl", "acl-"),
            Map.entry("AWS::EC2::LaunchTemplate", "lt-"),
            Map.entry("AWS::EC2::NetworkInterface", "eni-"),
            Map.entry("AWS::ServiceDiscovery::Service", "srv-"),
            Map.entry("AWS::ServiceDiscovery::PrivateDnsNamespace", "ns-"),
            Map.entry("AWS::EFS::FileSystem", "fs-"));
    private static final Map<String, String> ARNS = Map.ofEntries(
            Map.entry("AWS::S3::Bucket", "s3:::"),
            Map.entry("AWS::IAM::Role", "iam::A:role/"),
            Map.entry("AWS::IAM::User", "iam::A:user/"),
            Map.entry("AWS::IAM::ManagedPolicy", "iam::A:policy/"),
            Map.entry("AWS::IAM::InstanceProfile", "iam::A:instance-profile/"),
            Map.entry("AWS::Lambda::Function", "lambda:R:A:function:"),
            Map.entry("AWS::Serverless::Function", "lambda:R:A:function:"),
            Map.entry("AWS::SNS::Topic", "sns:R:A:"),
            Map.entry("AWS::SQS::Queue", "sqs:R:A:"),
            Map.entry("AWS::Logs::LogGroup", "logs:R:A:log-group:"),
            Map.entry("AWS::DynamoDB::Table", "dynamodb:R:A:table/"),
            Map.entry("AWS::ECS::Cluster", "ecs:R:A:cluster/"),
            Map.entry("AWS::ECS::Service", "ecs:R:A:service/"),
            Map.entry("AWS::ECS::TaskDefinition", "ecs:R:A:task-definition/"),
            Map.entry("AWS::ElasticLoadBalancingV2::LoadBalancer", "elasticloadbalancing:R:A:loadbalancer/app/"),
            Map.entry("AWS::ElasticLoadBalancingV2::TargetGroup", "elasticloadbalancing:R:A:targetgroup/"),
            Map.entry("AWS::ElasticLoadBalancingV2::Listener", "elasticloadbalancing:R:A:listener/app/"),
            Map.entry("AWS::ElasticLoadBalancingV2::ListenerRule", "elasticloadbalancing:R:A:listener-rule/app/"),
            Map.entry("AWS::SecretsManager::Secret", "secretsmanager:R:A:secret:"),
            Map.entry("AWS::StepFunctions::StateMachine", "states:R:A:stateMachine:"),
            Map.entry("AWS::CertificateManager::Certificate", "acm:R:A:certificate/"),
            Map.entry("AWS::AppRunner::Service", "apprunner:R:A:service/"),
            Map.entry("AWS::AppRunner::VpcConnector", "apprunner:R:A:vpcconnector/"),
            Map.entry("AWS::KMS::Key", "kms:R:A:key/"));
    private static final List<String> ARN_IS_THE_ID = List.of(
            "AWS::SNS::Topic",
            "AWS::IAM::ManagedPolicy",
            "AWS::ECS::Service",
            "AWS::ECS::TaskDefinition",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "AWS::ElasticLoadBalancingV2::TargetGroup",
            "AWS::ElasticLoadBalancingV2::Listener",
            "AWS::ElasticLoadBalancingV2::ListenerRule",
            "AWS::SecretsManager::Secret",
            "AWS::StepFunctions::StateMachine",
            "AWS::CertificateManager::Certificate",
            "AWS::AppRunner::Service",
            "AWS::AppRunner::VpcConnector");

    /// The physical id of a new resource.
    ///
    /// @param generation how often it was replaced before
    String physicalId(String logicalId, String type, Map<String, Object> properties, int generation) {
        String seed = logicalId + generation;
        String prefix = ID_PREFIXES.get(type);
        if (prefix != null) {
            return prefix + hex(seed).substring(0, 17);
        } else if (ARN_IS_THE_ID.contains(type)) {
            return arn(type, name(logicalId, type, properties, seed));
        }
        String name = name(logicalId, type, properties, seed);
        return switch (type) {
            case "AWS::SQS::Queue" -> "https://sqs.%s.amazonaws.com/%s/%s".formatted(region, account, name);
            case "AWS::EC2::EIP" -> "203.0.113." + Integer.parseInt(hex(seed).substring(0, 2), 16);
            case "AWS::KMS::Key" -> uuid(seed).toString();
            case "AWS::S3::Bucket" -> name.toLowerCase(Locale.ROOT);
            default -> name;
        };
    }

    /// What Fn::GetAtt gives.
    Object attribute(StackResource resource, String attribute) {
        Object property = resource.properties().get(attribute);
        String name = resource.physicalId().replaceFirst(".*[/:]", "");
        String own = resource.type().replaceFirst(".*::", "");
        if (attribute.equals("Arn") || attribute.equals(own + "Arn")) {
            return resource.physicalId().startsWith("arn:") ? resource.physicalId() : arn(resource.type(), name);
        } else if (property != null) {
            return property;
        }
        return madeUp(resource, attribute, name);
    }

    private String madeUp(StackResource resource, String attribute, String name) {
        String seed = resource.physicalId() + attribute;
        return switch (attribute) {
            case "GroupId", "Ref", "Name", "Id" -> name;
            case "AllocationId" -> "eipalloc-" + hex(seed).substring(0, 17);
            case "DefaultSecurityGroup" -> "sg-" + hex(seed).substring(0, 17);
            case "VpcId" -> "vpc-" + hex(seed).substring(0, 17);
            default -> madeUpByEnding(resource, attribute, name);
        };
    }

    private String madeUpByEnding(StackResource resource, String attribute, String name) {
        if (attribute.endsWith("Arn")) {
            return arn(resource.type(), name + "/" + attribute);
        } else if (attribute.endsWith("Name") && !attribute.endsWith("DNSName") && !attribute.endsWith("DomainName")) {
            return name;
        } else if (attribute.matches(".*(DNSName|DomainName|Address)")) {
            return "%s.%s.amazonaws.com".formatted(name.toLowerCase(Locale.ROOT), region);
        } else if (attribute.matches(".*(Ur[li]|URL|Endpoint)")) {
            return "https://%s.%s.amazonaws.com".formatted(name.toLowerCase(Locale.ROOT), region);
        }
        return name + "-" + attribute;
    }

    private String name(String logicalId, String type, Map<String, Object> properties, String seed) {
        String own = type.replaceFirst(".*::", "");
        return Stream.of(own + "Name", "Name", "Family")
                .map(properties::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .map(name ->
                        type.equals("AWS::ECS::TaskDefinition") ? name + ":" + seed.replaceFirst("\\D*", "") : name)
                .orElseGet(() -> "%s-%s-%s"
                        .formatted(
                                stackName, logicalId, hex(seed).substring(0, 12).toUpperCase(Locale.ROOT)));
    }

    private String arn(String type, String name) {
        String form = ARNS.get(type);
        if (form == null) {
            String[] parts = type.toLowerCase(Locale.ROOT).split("::");
            form = "%s:R:A:%s/".formatted(parts.length > 1 ? parts[1] : "custom", parts[parts.length - 1]);
        }
        return "arn:aws:" + form.replace("R", region).replace("A", account) + name;
    }

    private String hex(String seed) {
        return uuid(seed).toString().replace("-", "");
    }

    private UUID uuid(String seed) {
        String all = String.join("/", account, region, stackName, seed);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }
}
