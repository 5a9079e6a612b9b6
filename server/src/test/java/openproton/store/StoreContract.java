package openproton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import openproton.request.PageTokens;
import openproton.request.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the store promises on every database.
abstract class StoreContract {
    private static final String PUT = """
        INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """;
    private static final String GET = "SELECT value FROM setting WHERE name = ?";

    private final String url = address();
    private final Database database = Database.open(url);

    abstract String address();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsEverythingOfATransactionOrNothing() {
        database.change(tx -> {
            put(tx, "a", 1);
            put(tx, "b", 1);
        });
        assertThatThrownBy(() -> database.change(tx -> {
                    put(tx, "a", 2);
                    put(tx, "c", 2);
                    throw new IllegalStateException("halfway");
                }))
                .hasMessage("halfway");

        assertThat(List.of(get("a"), get("b"), get("c"))).containsExactly(1, 1, 0);
    }

    @Test
    void undoesARehearsalAfterAnsweringHowItWouldGo() {
        database.change(tx -> put(tx, "a", 1));
        var seen = new ArrayList<Integer>();

        int answer = database.rehearse(tx -> {
            put(tx, "a", 2);
            tx.afterCommit(() -> seen.add(2));
            return read(tx, "a");
        });

        assertThat(answer).isEqualTo(2);
        assertThat(get("a")).isEqualTo(1);
        assertThat(seen).isEmpty();
    }

    @Test
    void runsWhatWaitsForTheCommitOnlyAfterIt() {
        var seen = new ArrayList<Integer>();
        database.change(tx -> {
            tx.afterCommit(() -> seen.add(get("a")));
            put(tx, "a", 7);
        });
        assertThatThrownBy(() -> database.change(tx -> {
                    tx.afterCommit(() -> seen.add(-1));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(seen).containsExactly(7);
    }

    @Test
    void countsEveryIncrementOfManyAtOnce() throws InterruptedException, ExecutionException {
        int threads = 8;
        int each = 20;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, threads)
                    .mapToObj(_ -> executor.submit(() -> IntStream.range(0, each)
                            .forEach(_ -> database.change(tx -> put(tx, "sum", read(tx, "sum") + 1)))))
                    .toList();
            for (var one : running) {
                one.get();
            }
        }

        assertThat(get("sum")).isEqualTo(threads * each);
    }

    @Test
    void readsOneMomentWhileOthersWrite() {
        database.change(tx -> put(tx, "a", 1));

        int later = database.read(tx -> {
            int before = read(tx, "a");
            database.change(other -> put(other, "a", 2));
            return read(tx, "a") - before;
        });

        assertThat(later).isZero();
        assertThat(get("a")).isEqualTo(2);
    }

    @Test
    void opensAgainWithEverythingThatWasKept() {
        database.change(tx -> put(tx, "a", 5));
        try (var again = Database.open(url)) {
            assertThat(again.<Integer>read(tx -> read(tx, "a"))).isEqualTo(5);
        }
    }

    @Test
    void sortsTextByItsCharactersAlone() {
        database.change(tx -> List.of("b", "B", "a-1", "a1", "_").forEach(name -> put(tx, name, 1)));

        List<String> names =
                database.read(tx -> tx.list("SELECT name FROM setting ORDER BY name", row -> row.text("name")));
        assertThat(names).filteredOn(name -> name.length() < 4).containsExactly("B", "_", "a-1", "a1", "b");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void walksEveryPageOnceHoweverMuchIsInsertedMeanwhile(long seed) {
        var random = new Random(seed);
        var present = new TreeSet<String>();
        IntStream.range(0, 40).forEach(_ -> insert(present, random));
        var before = new TreeSet<>(present);
        var pages = new Pages(new PageTokens(new byte[32], InstantSource.system()));
        var query = new Pages.Listing(
                "SELECT name FROM setting WHERE value = ?",
                List.of("1"),
                List.of(Pages.Key.text("name")),
                false,
                "all");

        var walked = new ArrayList<String>();
        Optional<String> token = Optional.empty();
        do {
            Optional<String> from = token;
            var page = database.read(
                    tx -> pages.read(tx, query, row -> row.text("name"), Optional.of(1 + random.nextInt(5)), from));
            walked.addAll(page.items());
            token = page.nextToken();
            insert(present, random);
        } while (token.isPresent());

        assertThat(walked).doesNotHaveDuplicates().isSorted().containsAll(before);
        assertThat(present).containsAll(walked);
    }

    private void insert(Set<String> present, Random random) {
        String name = "k" + random.nextInt(1_000_000);
        database.change(tx -> put(tx, name, 1));
        present.add(name);
    }

    private static void put(Transaction tx, String name, int value) {
        tx.update(PUT, name, Integer.toString(value));
    }

    private int get(String name) {
        return database.read(tx -> read(tx, name));
    }

    private static int read(Transaction tx, String name) {
        return tx.find(GET, row -> Integer.parseInt(row.text("value")), name).orElse(0);
    }
}
