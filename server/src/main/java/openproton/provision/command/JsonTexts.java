package openproton.provision.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the texts out of JSON and steps over whatever has another form.
final class JsonTexts {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonTexts() {}

    /// The members of an object whose values are texts, numbers or booleans, as texts; none when it is no object.
    static Map<String, String> members(String json) {
        try (var parser = open(json)) {
            parser.nextToken();
            return members(parser);
        }
    }

    static JsonParser open(String json) {
        return JSON.createParser(ObjectReadContext.empty(), json);
    }

    /// Calls `read` on the value of every member; the parser stands on the value.
    static void eachMember(JsonParser parser, Consumer<String> read) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            read.accept(name);
        }
    }

    static Map<String, String> members(JsonParser parser) {
        var texts = new LinkedHashMap<String, String>();
        eachMember(parser, name -> scalar(parser, text -> texts.put(name, text)));
        return texts;
    }

    static List<String> elements(JsonParser parser) {
        var texts = new ArrayList<String>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            scalar(parser, texts::add);
            return texts;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            scalar(parser, texts::add);
        }
        return texts;
    }

    static void scalar(JsonParser parser, Consumer<String> read) {
        if (parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
            read.accept(parser.getString());
        } else {
            parser.skipChildren();
        }
    }
}
