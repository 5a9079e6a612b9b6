package openproton.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What the stand-in lets in and refuses: templates, buckets, roles, and the faults that a test asks for.
class StandInDoorsTest {
    private static final String TOPIC = "Resources: {A: {Type: AWS::SNS::Topic}}";
    private static final String ROLE = "arn:aws:iam::210987654321:role/deploy";

    private final StandIn aws = StandIn.open();
    private final StandInClients clients = new StandInClients(aws.uri());
    private final CloudFormationClient client = clients.cloudFormation();
    private final S3Client s3 = clients.s3();

    @AfterEach
    void close() {
        client.close();
        s3.close();
        aws.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Resources: {} | ValidationError | Template format error: line 1, Resources: a template needs",
                "Resources: {A: {Type: AWS::IAM::Role}} | InsufficientCapabilitiesException | Requires capabilities :"
                        + " [CAPABILITY_IAM]",
                "Resources: {A: {Type: AWS::IAM::Role, Properties: {RoleName: a}}} | InsufficientCapabilitiesException"
                        + " | [CAPABILITY_NAMED_IAM]",
                "{Transform: AWS::Serverless-2016-10-31, Resources: {A: {Type: AWS::Serverless::HttpApi}}} |"
                        + " InsufficientCapabilitiesException | [CAPABILITY_AUTO_EXPAND]",
                "{Parameters: {P: {Type: String}}, Resources: {A: {Type: AWS::SNS::Topic}}} | ValidationError |"
                        + " Parameters: [P] must have values",
            })
    void templatesAreRefusedAsCloudFormationDoes(String template, String code, String message) {
        assertRefused(() -> client.createStack(it -> it.stackName("a").templateBody(template)), 400, code, message);
    }

    @Test
    void capabilitiesOpenTheDoor() {
        client.createStack(it -> it.stackName("a")
                .templateBody("Resources: {A: {Type: AWS::IAM::Role, Properties: {RoleName: a}}}")
                .capabilities(Capability.CAPABILITY_NAMED_IAM));
        aws.runToEnd("a");

        assertThat(aws.stack("a").status()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void largeTemplatesComeFromABucket() {
        String large = TOPIC + "\n#" + "x".repeat(51_200);
        assertRefused(
                () -> client.createStack(it -> it.stackName("a").templateBody(large)),
                400,
                "ValidationError",
                "length less than or equal to 51200");
        assertRefused(
                () -> client.createStack(it -> it.stackName("a").templateURL(aws.uri() + "/bucket/none")),
                400,
                "ValidationError",
                "S3 error");

        s3.createBucket(it -> it.bucket("bucket"));
        s3.putObject(it -> it.bucket("bucket").key("a/template.yaml"), RequestBody.fromString(large));
        client.createStack(it -> it.stackName("a").templateURL(aws.uri() + "/bucket/a/template.yaml"));
        client.createStack(
                it -> it.stackName("b").templateURL("https://bucket.s3.eu-west-1.amazonaws.com/a/template.yaml"));
        assertThat(client.getTemplate(it -> it.stackName("b")).templateBody()).isEqualTo(large);
    }

    @Test
    void namesAreChecked() {
        assertRefused(
                () -> client.createStack(it -> it.stackName("1 a").templateBody(TOPIC)),
                400,
                "ValidationError",
                "[a-zA-Z][-a-zA-Z0-9]*");
    }

    @Test
    void templatesAreValidated() {
        var answer = client.validateTemplate(it -> it.templateBody(
                "{Description: Text, Parameters: {P: {Type: String}}, Resources: {A: {Type: AWS::IAM::Role}}}"));

        assertThat(answer.description()).isEqualTo("Text");
        assertThat(answer.parameters()).extracting(it -> it.parameterKey()).containsExactly("P");
        assertThat(answer.capabilities()).containsExactly(Capability.CAPABILITY_IAM);
    }

    @Test
    void objectsAreKeptAndGivenBack() {
        s3.createBucket(it -> it.bucket("bucket"));
        s3.putObject(it -> it.bucket("bucket").key("a/b c.txt"), RequestBody.fromString("content & more"));
        aws.putObject("bucket", "z", new byte[] {1, 2});

        assertThat(s3.getObjectAsBytes(it -> it.bucket("bucket").key("a/b c.txt"))
                        .asUtf8String())
                .isEqualTo("content & more");
        assertThat(s3.headObject(it -> it.bucket("bucket").key("z")).contentLength())
                .isEqualTo(2);
        assertThat(s3.listObjectsV2(it -> it.bucket("bucket").prefix("a/")).contents())
                .extracting(it -> it.key())
                .containsExactly("a/b c.txt");
        s3.deleteObject(it -> it.bucket("bucket").key("z"));
        assertThatThrownBy(() -> s3.getObjectAsBytes(it -> it.bucket("bucket").key("z")))
                .isInstanceOf(NoSuchKeyException.class);
        aws.denyBucket("bucket");
        assertThatThrownBy(() -> s3.getObjectAsBytes(it -> it.bucket("bucket").key("a/b c.txt")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
    }

    @Test
    void callsTellWhichRoleMadeThem() {
        try (var sts = clients.sts()) {
            var given = sts.assumeRole(it -> it.roleArn(ROLE).roleSessionName("my-stack"))
                    .credentials();
            var keys = AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
            try (var assumed = clients.cloudFormation(keys)) {
                assumed.createStack(it -> it.stackName("a").templateBody(TOPIC).roleARN(ROLE));
            }
            assertThat(sts.getCallerIdentity().account()).isEqualTo(StandIn.ACCOUNT);
        }

        assertThat(aws.calls("CreateStack")).singleElement().satisfies(call -> {
            assertThat(call.role()).contains(ROLE);
            assertThat(call.session()).isEqualTo("my-stack");
        });
        assertThat(aws.stack("a").role()).contains(ROLE);
        assertThat(aws.stack("a").account()).isEqualTo("210987654321");
    }

    @Test
    void deniedRolesAreNeitherAssumedNorPassed() {
        aws.denyRole(ROLE);

        try (var sts = clients.sts()) {
            assertRefused(
                    () -> sts.assumeRole(it -> it.roleArn(ROLE).roleSessionName("my-stack")),
                    403,
                    "AccessDenied",
                    "is not authorized to perform: sts:AssumeRole on resource: " + ROLE);
        }
        assertRefused(
                () -> client.createStack(
                        it -> it.stackName("a").templateBody(TOPIC).roleARN(ROLE)),
                400,
                "ValidationError",
                "is invalid or cannot be assumed");
    }

    @Test
    void clientsTryAgainAfterThrottlingBrokenConnectionsAndInternalErrors() {
        Consumer<Runnable> works = fault -> {
            fault.run();
            assertThat(client.describeStacks().stacks()).isEmpty();
        };

        works.accept(() -> aws.throttle(1));
        works.accept(() -> aws.failInternally(1));
        works.accept(() -> aws.breakConnections(2));
        aws.throttle(50);
        assertRefused(client::describeStacks, 400, "Throttling", "Rate exceeded");
    }

    private static void assertRefused(Runnable call, int status, String code, String message) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(AwsServiceException.class, error -> {
            assertThat(error.awsErrorDetails().errorMessage()).contains(message);
            assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(error.statusCode()).isEqualTo(status);
        });
    }
}
