package openproton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import openproton.api.ApiModel;
import openproton.api.CreateEnvironmentInput;
import openproton.api.CreateEnvironmentTemplateInput;
import openproton.api.CreateEnvironmentTemplateVersionInput;
import openproton.api.S3ObjectSource;
import openproton.api.TemplateVersionSourceInput;
import openproton.base.FileTree;
import openproton.render.bundle.BundleArchive;

/// How long it takes from a CreateEnvironment request to the first command of its build, which writes down the time.
///
/// @param data the server's data folder
/// @param port where it answers
record FirstCommand(Path data, int port) {
    private static final int ROUNDS = 9;
    private static final String ROLE = "arn:aws:iam::000000000000:role/bench";
    private static final String SCHEMA = """
        schema:
          format: {openapi: "3.0.0"}
          environment_input_type: Inputs
          types:
            Inputs: {type: object, properties: {n: {type: integer, default: 1}}}
        """;

    /// The median of some rounds.
    Duration measure() throws IOException, InterruptedException {
        Path marks = Files.createDirectories(data.resolve("bench"));
        register(marks);
        var took = new ArrayList<Duration>();
        try (var client = new RawClient(port)) {
            for (int round = 0; round < ROUNDS; round++) {
                took.add(once(client, marks.resolve("mark-" + round), "bench-" + round));
            }
        }
        return took.stream().sorted().toList().get(ROUNDS / 2);
    }

    private Duration once(RawClient client, Path mark, String name) throws IOException, InterruptedException {
        byte[] request = Requests.of(data, port, Clock.systemUTC())
                .of(
                        ApiModel.CREATE_ENVIRONMENT,
                        CreateEnvironmentInput.builder()
                                .name(name)
                                .templateName("bench")
                                .templateMajorVersion("1")
                                .templateMinorVersion("0")
                                .codebuildRoleArn(ROLE)
                                .spec("proton: EnvironmentSpec\nspec: {n: %s}\n"
                                        .formatted(mark.toString().replaceAll(".*-", "")))
                                .build());
        Instant asked = Instant.now();
        client.ask(request);
        while (!Files.exists(mark) || Files.readString(mark).isBlank()) {
            Thread.sleep(Duration.ofMillis(2));
        }
        long nanoseconds = Long.parseLong(Files.readString(mark).strip());
        return Duration.between(asked, Instant.ofEpochSecond(0, nanoseconds));
    }

    private void register(Path marks) throws IOException, InterruptedException {
        String manifest = """
            infrastructure:
              templates:
                - rendering_engine: codebuild
                  settings:
                    image: none
                    provision: ["date +%%s%%N > %s/mark-{{ environment.inputs.n }}"]
                    deprovision: ["true"]
            """.formatted(marks);
        byte[] bundle = BundleArchive.pack(
                FileTree.EMPTY.with("schema/schema.yaml", SCHEMA).with("infrastructure/manifest.yaml", manifest));
        Path bucket = Files.createDirectories(data.resolve("buckets/bench"));
        Files.write(bucket.resolve("bundle.tgz"), bundle);
        var requests = Requests.of(data, port, Clock.systemUTC());
        var source = new TemplateVersionSourceInput.OfS3(
                S3ObjectSource.builder().bucket("bench").key("bundle.tgz").build());
        for (byte[] request : List.of(
                requests.of(
                        ApiModel.CREATE_ENVIRONMENT_TEMPLATE,
                        CreateEnvironmentTemplateInput.builder().name("bench").build()),
                requests.of(
                        ApiModel.CREATE_ENVIRONMENT_TEMPLATE_VERSION,
                        CreateEnvironmentTemplateVersionInput.builder()
                                .templateName("bench")
                                .source(source)
                                .build()))) {
            try (var client = new RawClient(port)) {
                client.ask(request);
            }
        }
        Thread.sleep(Duration.ofSeconds(1));
    }
}
