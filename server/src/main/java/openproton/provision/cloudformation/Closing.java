package openproton.provision.cloudformation;

import openproton.provision.Progress;
import openproton.provision.aws.AwsFault;
import openproton.provision.aws.AwsRefusal;
import software.amazon.awssdk.core.exception.SdkException;

/// Ends an order; what was put beside it is removed before.
record Closing(Journal journal, Parcel parcel, StackLog log) {

    Progress close(Progress end) {
        removeParcel();
        log.say(words(end));
        return journal.close(end);
    }

    private void removeParcel() {
        try {
            parcel.remove(journal.template(), journal.job().changeSet());
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
