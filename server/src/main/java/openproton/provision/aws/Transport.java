package openproton.provision.aws;

import software.amazon.awssdk.http.SdkHttpClient;

/// How requests to AWS travel.
public interface Transport {

    /// A new HTTP client; opened once, for all services.
    SdkHttpClient open();

    /// How often a call is tried before it counts as failed.
    int attemptsMax();
}
