package openproton.provision.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;

/// The part of a CodeBuild buildspec that OpenProton writes; members it does not know are passed over.
///
/// @param image the container image that the bundle asks for, empty when it names none
/// @param runtimes runtime name to version
/// @param variables plain environment variables
/// @param secrets variable name to the reference of a secret
/// @param commands shell commands, run in order in one session
record Buildspec(
        String image,
        Map<String, String> runtimes,
        Map<String, String> variables,
        Map<String, String> secrets,
        List<String> commands) {

    /// Reads a buildspec written as JSON; throws [tools.jackson.core.JacksonException] when it is not JSON.
    static Buildspec read(String json) {
        var reading = new Reading();
        try (var parser = JsonTexts.open(json)) {
            parser.nextToken();
            JsonTexts.eachMember(parser, name -> reading.member(parser, name));
        }
        return new Buildspec(
                reading.image, reading.runtimes, reading.variables, reading.secrets, List.copyOf(reading.commands));
    }

    /// What was read so far.
    private static final class Reading {
        private String image = "";
        private final Map<String, String> runtimes = new LinkedHashMap<>();
        private final Map<String, String> variables = new LinkedHashMap<>();
        private final Map<String, String> secrets = new LinkedHashMap<>();
        private final List<String> commands = new ArrayList<>();

        private void member(JsonParser parser, String name) {
            switch (name) {
                case "image" -> JsonTexts.scalar(parser, text -> image = text);
                case "env" -> JsonTexts.eachMember(parser, kind -> environment(parser, kind));
                case "phases" ->
                    JsonTexts.eachMember(
                            parser, phase -> JsonTexts.eachMember(parser, part -> phase(parser, phase + "." + part)));
                default -> parser.skipChildren();
            }
        }

        private void environment(JsonParser parser, String kind) {
            switch (kind) {
                case "variables" -> variables.putAll(JsonTexts.members(parser));
                case "secrets-manager" -> secrets.putAll(JsonTexts.members(parser));
                default -> parser.skipChildren();
            }
        }

        private void phase(JsonParser parser, String part) {
            switch (part) {
                case "install.runtime-versions" -> runtimes.putAll(JsonTexts.members(parser));
                case "build.commands" -> commands.addAll(JsonTexts.elements(parser));
                default -> parser.skipChildren();
            }
        }
    }
}
