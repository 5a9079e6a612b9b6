package openproton.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.GetEnvironmentInput;
import openproton.api.GetEnvironmentOutput;
import openproton.api.Operation;
import openproton.api.ResourceNotFoundException;
import openproton.api.TagResourceInput;
import openproton.api.TagResourceOutput;
import openproton.api.signing.RequestSigner;
import openproton.auth.Credential;
import openproton.auth.Identity;
import openproton.auth.permission.Permissions;
import openproton.auth.policy.Policy;
import openproton.auth.signature.SignatureVerifier;
import openproton.base.SettableClock;
import openproton.server.gate.AwsJson;
import openproton.server.gate.Gates;
import openproton.server.gate.LimitRate;

/// A real door on a free port, with two operations behind it.
final class TestDoor implements AutoCloseable {
    static final String SECRET = "not/a+real/secret/but/forty/letters/long";
    static final String TAG = "{\"resourceArn\": \"arn:aws:proton:eu-west-1:000000000000:service/shop\", \"tags\": []}";

    final SettableClock clock = new SettableClock();
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    final HttpDoor door;
    private final AtomicInteger ids = new AtomicInteger();

    TestDoor(ServerOptions options) {
        this(options, Optional.empty());
    }

    /// @param otherClock instead of the one that stands still
    TestDoor(ServerOptions options, Optional<InstantSource> otherClock) {
        InstantSource time = otherClock.orElse(clock);
        var json = new AwsJson(ApiModel.OPERATIONS, List.of(new TagResource(), new GetEnvironment(this)));
        var gates = Gates.of(
                this::nextId,
                options.bodyBytesMax(),
                new SignatureVerifier("proton", TestDoor::credential, time),
                new LimitRate(time, 10, 20),
                new Permissions((_, _, _, _) -> Map.of(), (_, _) -> Optional.empty(), time),
                json);
        door = new HttpDoor(options, gates, new Meters(), this::nextId, time, List.of()).open();
    }

    static TestDoor open() {
        return new TestDoor(options(64 * 1024, 8));
    }

    static ServerOptions options(int bodyBytesMax, int requestsMax) {
        return new ServerOptions(
                "localhost", 0, bodyBytesMax, requestsMax, Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    /// A client with the keys of one of the users `administrator` and `readonly`.
    WireClient client(String user) {
        return new WireClient(
                door.port(), new RequestSigner(user, SECRET, Optional.empty(), "eu-west-1", "proton"), clock);
    }

    private String nextId() {
        return "request-" + ids.incrementAndGet();
    }

    private static Optional<Credential> credential(String keyId, Optional<String> token) {
        Map<String, String> policies =
                Map.of("administrator", "AWSProtonFullAccess", "readonly", "AWSProtonReadOnlyAccess");
        return Optional.ofNullable(policies.get(keyId))
                .map(policy -> new Identity(
                        keyId, "000000000000", "arn:aws:iam::000000000000:user/" + keyId, List.of(Policy.of(policy))))
                .map(identity -> new Credential(identity, SECRET));
    }

    @Override
    public void close() {
        release.countDown();
        door.close();
    }

    record TagResource() implements Operation<TagResourceInput, TagResourceOutput> {
        @Override
        public TagResourceOutput handle(TagResourceInput input, Caller caller) {
            return TagResourceOutput.builder().build();
        }
    }

    /// Fails in the way that the name of the environment says, or waits until it is released.
    record GetEnvironment(TestDoor house) implements Operation<GetEnvironmentInput, GetEnvironmentOutput> {
        @Override
        public GetEnvironmentOutput handle(GetEnvironmentInput input, Caller caller) {
            throw switch (input.name()) {
                case "conflict" -> new ConflictException("not listed for this operation");
                case "broken" -> new IllegalStateException("inner secret");
                case "slow" -> {
                    house.entered.countDown();
                    await(house.release);
                    yield new ResourceNotFoundException("there is no environment, and it took long");
                }
                default -> new ResourceNotFoundException("there is no environment '%s'".formatted(input.name()));
            };
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException stop) {
                throw new IllegalStateException("interrupted", stop);
            }
        }
    }
}
