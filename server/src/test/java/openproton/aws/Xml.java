package openproton.aws;

import java.util.List;
import java.util.Map;

/// Writes plain data as the XML of AWS's query protocol: maps are elements, lists are `member` elements.
final class Xml {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private Xml() {}

    static String of(String root, String namespace, Map<String, Object> content) {
        var xml = new Xml();
        xml.text.append('<').append(root).append(" xmlns=\"").append(namespace).append("\">");
        xml.members(content);
        return xml.text.append("</").append(root).append('>').toString();
    }

    private void members(Map<?, ?> content) {
        content.forEach((name, value) -> element(name.toString(), value));
    }

    private void element(String name, Object value) {
        text.append('<').append(name).append('>');
        content(value);
        text.append("</").append(name).append('>');
    }

    private void content(Object value) {
        switch (value) {
            case Map<?, ?> map -> members(map);
            case List<?> list -> list.forEach(item -> element("member", item));
            default -> text.append(escaped(value.toString()));
        }
    }

    /// Text as XML has it; characters that XML cannot hold become question marks.
    static String escaped(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "?");
    }
}
