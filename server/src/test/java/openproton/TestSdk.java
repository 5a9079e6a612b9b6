package openproton;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import openproton.base.SettableClock;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.auth.scheme.ProtonAuthSchemeProvider;

/// The last AWS SDK for Java that knows Proton, pointed at a house and signing by its clock.
@SuppressWarnings("deprecation")
final class TestSdk {
    static final String REGION = "eu-west-1";

    private TestSdk() {}

    /// A client that signs by the real clock.
    static ProtonClient client(URI address, AwsCredentials keys) {
        return ProtonClient.builder()
                .endpointOverride(address)
                .region(Region.of(REGION))
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(keys))
                .build();
    }

    /// @param interceptors see every call
    static ProtonClient client(
            URI address, AwsCredentials keys, SettableClock clock, ExecutionInterceptor... interceptors) {
        var schemes = ProtonAuthSchemeProvider.defaultProvider();
        return ProtonClient.builder()
                .endpointOverride(address)
                .region(Region.of(REGION))
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(keys))
                .authSchemeProvider(call -> schemes.resolveAuthScheme(call).stream()
                        .map(option -> at(clock.withZone(ZoneOffset.UTC), option))
                        .toList())
                .overrideConfiguration(override -> {
                    override.retryStrategy(RetryMode.STANDARD);
                    List.of(interceptors).forEach(override::addExecutionInterceptor);
                })
                .build();
    }

    private static AuthSchemeOption at(Clock clock, AuthSchemeOption option) {
        return option.toBuilder()
                .putSignerProperty(HttpSigner.SIGNING_CLOCK, clock)
                .build();
    }
}
