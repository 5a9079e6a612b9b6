package openproton.provision.cloudformation;

import openproton.provision.Progress;
import openproton.provision.aws.AwsFault;
import openproton.provision.aws.AwsRefusal;
import openproton.provision.cloudformation.stack.TemplateUpload;
import software.amazon.awssdk.core.exception.SdkException;

/// Ends an order, after deleting its template from the bucket.
record FinishStackOrder(StackMemory memory, TemplateUpload upload, StackLog log) {

    Progress close(Progress end) {
        removeParcel();
        log.say(words(end));
        return memory.close(end);
    }

    private void removeParcel() {
        try {
            upload.remove(memory.template(), memory.order().changeSet());
        } catch (SdkException | AwsRefusal failure) {
            log.say("The template stays in its bucket: " + AwsFault.of(failure).why());
        }
    }

    private static String words(Progress end) {
        return switch (end) {
            case Progress.Finished _ -> "Done";
            case Progress.Cancelled() -> "Cancelled";
            case Progress.Broken(var why) -> "Failed: " + why;
            case Progress.Running _ -> throw new IllegalArgumentException("an order that runs has no end");
        };
    }
}
