package openproton.resource.state;

import java.time.Instant;

/// One version of the state of a resource.
///
/// @param number from 1 on, without gaps
/// @param deploymentId the deployment that wrote it
/// @param sealed the state, readable only with the key of this installation
@SuppressWarnings("ArrayRecordComponent")
record StateVersion(String arn, long number, String deploymentId, Instant writtenAt, byte[] sealed) {

    /// What it is sealed for, so that no version passes for another.
    String purpose() {
        return purpose(arn, number);
    }

    static String purpose(String arn, long number) {
        return "state %d of %s".formatted(number, arn);
    }
}
