package openproton.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.slf4j.LoggerFactory;

/// The stand-in, as AWS's SDK for Python sees it, where that is installed.
class StandInPythonTest {
    private static final String SCRIPT = """
        import boto3, sys
        def client(name):
            return boto3.client(name, endpoint_url=sys.argv[1], region_name='eu-west-1',
                                aws_access_key_id='AKIASTANDIN', aws_secret_access_key='secret')
        stacks, objects, roles = client('cloudformation'), client('s3'), client('sts')
        objects.create_bucket(Bucket='bucket')
        template = b'{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}}'
        objects.put_object(Bucket='bucket', Key='template', Body=template)
        stacks.create_stack(StackName='a', TemplateURL=sys.argv[1] + '/bucket/template')
        stacks.get_waiter('stack_create_complete').wait(StackName='a', WaiterConfig={'Delay': 0})
        stacks.create_change_set(StackName='a', ChangeSetName='c', UsePreviousTemplate=True)
        try:
            stacks.get_waiter('change_set_create_complete').wait(
                StackName='a', ChangeSetName='c', WaiterConfig={'Delay': 0})
        except Exception as refusal:
            print(refusal.last_response['StatusReason'])
        events = stacks.get_paginator('describe_stack_events').paginate(StackName='a').build_full_result()
        print(len(events['StackEvents']))
        print(list(stacks.get_template(StackName='a')['TemplateBody']['Resources']))
        print(roles.assume_role(RoleArn='arn:aws:iam::1:role/a', RoleSessionName='me')['AssumedRoleUser']['Arn'])
        stacks.delete_stack(StackName='a')
        stacks.get_waiter('stack_delete_complete').wait(StackName='a', WaiterConfig={'Delay': 0})
        """;

    /// Whether `python3` has boto3; says so in the log, because a skipped test is easily overlooked.
    static boolean isInstalled() {
        boolean present;
        try {
            present =
                    new ProcessBuilder("python3", "-c", "import boto3").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            present = false;
        }
        LoggerFactory.getLogger("openproton.aws.Python")
                .info(present ? "runs with boto3" : "skipped: python3 with boto3 is not installed");
        return present;
    }

    @Test
    @EnabledIf("isInstalled")
    void speaksWithTheStandIn() throws IOException, InterruptedException {
        try (var aws = StandIn.open()) {
            assertThat(run(List.of("python3", "-c", SCRIPT, aws.uri().toString()))
                            .lines())
                    .containsExactly(
                            "The submitted information didn't contain changes. Submit different information to create a"
                                    + " change set.",
                            "4",
                            "['A']",
                            "arn:aws:sts::1:assumed-role/a/me");
            assertThat(aws.stack("a").status()).isEqualTo("DELETE_COMPLETE");
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
