package openproton.provision.aws;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// The HTTP client of the JDK, and few retries: callers that wait for AWS repeat their calls anyway.
final class PlainHttp implements Transport {
    private static final int ATTEMPTS_MAX = 3;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(20);

    @Override
    public SdkHttpClient open() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECTION_TIMEOUT)
                .socketTimeout(SOCKET_TIMEOUT)
                .build();
    }

    @Override
    public int attemptsMax() {
        return ATTEMPTS_MAX;
    }
}
