package openproton.resource.tag;

import java.util.List;
import openproton.api.Tag;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of tags.
record TagTable(Transaction tx) {
    private static final String PUT = """
        INSERT INTO tag (arn, key, value, managed) VALUES (?, ?, ?, ?)
            ON CONFLICT (arn, key) DO UPDATE SET value = excluded.value, managed = excluded.managed
        """;
    private static final String INHERIT = """
        INSERT INTO tag (arn, key, value, managed)
        SELECT ?, key, value, managed FROM tag WHERE arn = ? AND managed = 0
            ON CONFLICT (arn, key) DO NOTHING
        """;
    private static final String CUSTOMER_COUNT = "SELECT count(*) AS n FROM tag WHERE arn = ? AND managed = 0";
    private static final String LIST = "SELECT key, value FROM tag WHERE arn = ? AND managed = ? ORDER BY key";
    private static final String DELETE = "DELETE FROM tag WHERE arn = ? AND key = ? AND managed = 0";
    private static final String DELETE_MANAGED = "DELETE FROM tag WHERE arn = ? AND key = ? AND managed = 1";
    private static final String DELETE_ALL = "DELETE FROM tag WHERE arn = ?";

    void put(String arn, Tag tag, boolean managed) {
        tx.update(PUT, arn, tag.key(), tag.value(), managed);
    }

    /// Gives a child the customer tags that its parent has and it does not.
    void inherit(String parent, String child) {
        tx.update(INHERIT, child, parent);
    }

    long customerTags(String arn) {
        return tx.find(CUSTOMER_COUNT, row -> row.number("n"), arn).orElseThrow();
    }

    List<Tag> list(String arn, boolean managed) {
        return tx.list(LIST, TagTable::read, arn, managed);
    }

    void delete(String arn, String key) {
        tx.update(DELETE, arn, key);
    }

    void deleteManaged(String arn, String key) {
        tx.update(DELETE_MANAGED, arn, key);
    }

    void deleteAll(String arn) {
        tx.update(DELETE_ALL, arn);
    }

    static Tag read(Row row) {
        return Tag.builder().key(row.text("key")).value(row.text("value")).build();
    }
}
