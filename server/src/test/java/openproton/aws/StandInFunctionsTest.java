package openproton.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The values that a stack's outputs really have.
class StandInFunctionsTest {
    private static final String TEMPLATE = """
        Parameters:
          Stage: {Type: String, Default: test}
          Zones: {Type: CommaDelimitedList, Default: 'x, y'}
          Image: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /a/b}
        Mappings:
          Sizes: {test: {memory: 256}}
        Conditions:
          IsTest: !Equals [!Ref Stage, test]
          IsReal: !Not [!Condition IsTest]
          IsBoth: !And [!Condition IsTest, !Condition IsReal]
          IsAny: !Or [!Condition IsTest, !Condition IsReal]
        Resources:
          Network:
            Type: AWS::EC2::VPC
            Properties: {CidrBlock: 10.0.0.0/16}
          Bucket:
            Type: AWS::S3::Bucket
            Properties: {BucketName: my-bucket}
          Role:
            Type: AWS::EC2::SecurityGroup
            Condition: IsReal
        Outputs:
          Value: {Value: %s}
        """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Stage | test",
                "!Ref Zones | x,y",
                "!Ref Image | ami-0123456789abcdef0",
                "!Ref AWS::Region | eu-west-1",
                "!Ref AWS::AccountId | 123456789012",
                "!Ref Bucket | my-bucket",
                "!GetAtt Bucket.Arn | arn:aws:s3:::my-bucket",
                "!GetAtt [Network, CidrBlock] | 10.0.0.0/16",
                "!Sub '${Stage}-${Network.CidrBlock}-${!Stage}-${AWS::StackName}' | test-10.0.0.0/16-${Stage}-a",
                "!Sub ['${Own}-${Stage}', {Own: !Ref Bucket}] | my-bucket-test",
                "!Join ['-', [a, !Ref Stage, 80, true, !Ref AWS::NoValue]] | a-test-80-true",
                "!Select [1, !Ref Zones] | y",
                "!Select ['1', !GetAZs ''] | eu-west-1b",
                "!Select [0, {'Fn::GetAZs': !Ref AWS::Region}] | eu-west-1a",
                "!Select [2, !Split [',', 'a,b,c']] | c",
                "!FindInMap [Sizes, !Ref Stage, memory] | 256",
                "!If [IsTest, yes, no] | yes",
                "!If [IsBoth, yes, !If [IsAny, any, no]] | any",
                "!Join [' ', !Cidr [10.0.0.0/16, 3, 8]] | 10.0.0.0/24 10.0.1.0/24 10.0.2.0/24",
                "!Select [1, !Cidr [!GetAtt Network.CidrBlock, 2, 4]] | 10.0.0.16/28",
                "!Join [' ', !Cidr ['2001:db8::/56', 2, 64]] | 2001:db8:0:0:0:0:0:0/64 2001:db8:0:1:0:0:0:0/64",
                "!Base64 text | dGV4dA==",
                "'{{resolve:ssm:/a/b:1}}' | {{resolve:ssm:/a/b:1}}",
            })
    void functionsHaveTheirValues(String expression, String value) {
        assertThat(output(expression)).isEqualTo(value);
    }

    @Test
    void idsLookLikeThoseOfTheirTypeAndAreTheSameEveryTime() {
        assertThat(output("!Ref Network")).matches("vpc-[0-9a-f]{17}").isEqualTo(output("!Ref Network"));
        assertThat(output("!Ref AWS::StackId")).startsWith("arn:aws:cloudformation:eu-west-1:123456789012:stack/a/");
    }

    @Test
    void resourcesWhoseConditionDoesNotHoldAreNotMade() {
        try (var aws = StandIn.open();
                var client = new StandInClients(aws.uri()).cloudFormation()) {
            client.createStack(it -> it.stackName("a").templateBody(TEMPLATE.formatted("x")));
            aws.runToEnd("a");

            assertThat(aws.stack("a").resources()).containsOnlyKeys("Network", "Bucket");
        }
    }

    @Test
    void exportsAreImportedByOtherStacks() {
        try (var aws = StandIn.open();
                var client = new StandInClients(aws.uri()).cloudFormation()) {
            Stream.of("{Value: real, Export: {Name: shared}}", "{Value: !ImportValue shared}")
                    .map("Resources: {A: {Type: AWS::SNS::Topic}}\nOutputs: {Out: %s}"::formatted)
                    .forEach(template -> {
                        String name = "s" + aws.stacks().size();
                        client.createStack(it -> it.stackName(name).templateBody(template));
                        aws.runToEnd(name);
                    });

            assertThat(aws.stack("s1").outputValues()).containsEntry("Out", "real");
        }
    }

    private static String output(String expression) {
        try (var aws = StandIn.open();
                var client = new StandInClients(aws.uri()).cloudFormation()) {
            client.createStack(it -> it.stackName("a").templateBody(TEMPLATE.formatted(expression)));
            aws.runToEnd("a");
            assertThat(aws.stack("a").status()).as(aws.stack("a").reason()).isEqualTo("CREATE_COMPLETE");
            return aws.stack("a").outputValues().get("Value");
        }
    }
}
