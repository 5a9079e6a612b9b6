package openproton.provision.cloudformation.stack;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;

/// The wanted change of a stack: a change set, or a direct creation or update.
///
/// @param stack the name of the stack
/// @param name the name of the change set
/// @param creating whether there is no such stack yet
/// @param tags all tags that the stack is to have
public record StackRequest(String stack, String name, boolean creating, Map<String, String> tags) {
    private static final List<Capability> CAPABILITIES =
            List.of(Capability.CAPABILITY_IAM, Capability.CAPABILITY_NAMED_IAM, Capability.CAPABILITY_AUTO_EXPAND);

    /// The result of creating a change set.
    public enum Outcome {
        /// There is no such change set.
        ABSENT,
        /// CloudFormation is creating or deleting it.
        UNDER_WAY,
        /// It can be executed.
        READY,
        /// It has no changes.
        EMPTY,
        /// CloudFormation could not create it.
        FAILED
    }

    public CreateChangeSetRequest.Builder request(TemplateUpload.TemplateArgument template) {
        return CreateChangeSetRequest.builder()
                .templateBody(template.body())
                .templateURL(template.address())
                .stackName(stack)
                .changeSetName(name)
                .changeSetType(creating ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                .capabilities(CAPABILITIES)
                .tags(allTags());
    }

    /// The same without a change set.
    public CreateStackRequest.Builder creation(TemplateUpload.TemplateArgument template) {
        return CreateStackRequest.builder()
                .templateBody(template.body())
                .templateURL(template.address())
                .stackName(stack)
                .clientRequestToken(name)
                .capabilities(CAPABILITIES)
                .tags(allTags());
    }

    /// The same without a change set.
    public UpdateStackRequest.Builder update(TemplateUpload.TemplateArgument template) {
        return UpdateStackRequest.builder()
                .templateBody(template.body())
                .templateURL(template.address())
                .stackName(stack)
                .clientRequestToken(name)
                .capabilities(CAPABILITIES)
                .tags(allTags());
    }

    private List<Tag> allTags() {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    public static Outcome outcome(DescribeChangeSetResponse answer) {
        return switch (answer.status()) {
            case CREATE_PENDING, CREATE_IN_PROGRESS, DELETE_PENDING, DELETE_IN_PROGRESS, UNKNOWN_TO_SDK_VERSION ->
                Outcome.UNDER_WAY;
            case CREATE_COMPLETE -> Outcome.READY;
            case DELETE_COMPLETE -> Outcome.ABSENT;
            case DELETE_FAILED -> Outcome.FAILED;
            case FAILED -> hasNoChanges(reason(answer)) ? Outcome.EMPTY : Outcome.FAILED;
        };
    }

    /// CloudFormation says this only in the text of the reason, which differs for templates with transforms.
    public static boolean hasNoChanges(String reason) {
        return reason.contains("didn't contain changes") || reason.contains("No updates are to be performed");
    }

    public static String reason(DescribeChangeSetResponse answer) {
        return answer.statusReason() == null ? "The change set is " + answer.statusAsString() : answer.statusReason();
    }
}
