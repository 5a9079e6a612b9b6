package openproton.provision.aws;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// Requests that are tried once; one of them goes wrong when a test says so.
public final class ShakenTransport implements Transport {
    private int requests;
    private int last;
    private Trouble trouble = Trouble.CRASH_BEFORE;
    private Runnable before = () -> {};

    /// What can go wrong with a request.
    public enum Trouble {
        /// The server ends before it is sent.
        CRASH_BEFORE,
        /// The server ends before it sees the answer.
        CRASH_AFTER,
        /// There is no connection.
        CUT_BEFORE,
        /// The answer is lost.
        CUT_AFTER,
        /// What the test does just before it is sent.
        OTHER
    }

    /// The end of the server, as far as a thread of it can tell.
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// Has one of the next requests, counted from 1, go wrong.
    ///
    /// @param other what is done before it, for [Trouble#OTHER]
    public void shake(int request, Trouble with, Runnable other) {
        requests = 0;
        last = request;
        trouble = with;
        before = other;
    }

    /// How many requests were made since the last call of [#shake].
    public int requests() {
        return requests;
    }

    @Override
    public int attemptsMax() {
        return 1;
    }

    @Override
    public SdkHttpClient open() {
        SdkHttpClient plain = UrlConnectionHttpClient.create();
        return new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                return shaken(plain.prepareRequest(request));
            }

            @Override
            public void close() {
                plain.close();
            }
        };
    }

    private ExecutableHttpRequest shaken(ExecutableHttpRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                requests++;
                return requests == last ? trouble(request) : request.call();
            }

            @Override
            public void abort() {
                request.abort();
            }
        };
    }

    private HttpExecuteResponse trouble(ExecutableHttpRequest request) throws IOException {
        return switch (trouble) {
            case CRASH_BEFORE -> throw new Crash();
            case CRASH_AFTER -> {
                answer(request);
                throw new Crash();
            }
            case CUT_BEFORE -> throw new IOException("no connection");
            case CUT_AFTER -> {
                answer(request);
                throw new IOException("the answer is lost");
            }
            case OTHER -> {
                before.run();
                yield request.call();
            }
        };
    }

    private static void answer(ExecutableHttpRequest request) throws IOException {
        var body = request.call().responseBody();
        if (body.isPresent()) {
            body.get().readAllBytes();
        }
    }
}
