package no.arealkompass.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import no.arealkompass.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files damaged at random: cut off, with flipped bits, made larger, nested deeper. Whatever comes of it, it is
 * objects within the limits or a refusal; nothing else is thrown and nothing is left behind. The seed of a failure is
 * named; AREAL_FUZZ_SEED repeats it.
 */
class FuzzTest {
    private static final Path DATA = Optional.ofNullable(System.getenv("AREAL_SHARED_DATA"))
            .map(Path::of)
            .orElseGet(() ->
                    TestDatabase.buildFolder().resolve("../../../shared/data").normalize());
    private static final Duration BUDGET = Duration.ofSeconds(Long.parseLong(
            Optional.ofNullable(System.getenv("AREAL_FUZZ_SECONDS")).orElse("45")));
    private static final ImportLimits LIMITS = new ImportLimits(
            20_000_000,
            2_000_000_000L,
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            100_000_000,
            5_000_000,
            1_000_000,
            1000,
            new ImportLimits.Content(50_000_000, 200, 100, 64, 200_000, 2_000_000, 100_000, 300));

    private static final ForeignFiles FILES =
            new ForeignFiles(new Gdal(new Confinement(Confinement.Kind.BWRAP, LIMITS), LIMITS), LIMITS);

    @TempDir
    Path folder;

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        boolean there = Files.isDirectory(DATA);
        if (!there) {
            System.out.println("NOT RUN: FuzzTest, for there are no real data at AREAL_SHARED_DATA or ../shared/data");
        }
        assumeTrue(there);
        List<Path> corpus = corpus();
        long seed = Optional.ofNullable(System.getenv("AREAL_FUZZ_SEED"))
                .map(Long::parseLong)
                .orElse(20_261_126L);
        Instant end = Instant.now().plus(BUDGET);
        int tried = 0;
        for (; Instant.now().isBefore(end); seed++, tried++) {
            Random random = new Random(seed);
            Path whole = corpus.get(random.nextInt(corpus.size()));
            byte[] damaged = damage(Files.readAllBytes(whole), random);
            read(Samples.write(folder, "damaged", damaged), whole.getFileName() + ", seed " + seed);
        }
        System.out.println("FuzzTest: " + tried + " damaged files");
        assertThat(tried).isGreaterThan(10);
    }

    private static List<Path> corpus() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : new String[] {"formats", "plan", "validity"}) {
            try (Stream<Path> all = Files.walk(DATA.resolve(part))) {
                files.addAll(all.filter(Files::isRegularFile).sorted().toList());
            }
        }
        return files;
    }

    private static void read(Path file, String what) {
        Instant begin = Instant.now();
        try (ForeignFile opened = FILES.open(file)) {
            for (ForeignFile.Layer layer : opened.layers()) {
                opened.objects(layer, rows -> {
                    while (rows.next() != null) {
                        // what it holds is the door's to judge
                    }
                });
            }
        } catch (Refused e) {
            assertThat(IssueTexts.texts(true).getProperty(e.issue().code()))
                    .as("%s: %s", what, e)
                    .isNotNull();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(what, e);
        }
        assertThat(Duration.between(begin, Instant.now())).as(what).isLessThan(Duration.ofSeconds(60));
        assertThat(left()).as("%s leaves nothing", what).isEmpty();
    }

    private static List<Path> left() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> String.valueOf(path.getFileName())
                            .startsWith(
                                    Workspace.PREFIX + ProcessHandle.current().pid() + "-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] damage(byte[] whole, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(whole, random.nextInt(whole.length));
            case 1 -> flipped(whole, random, 1 + random.nextInt(40));
            case 2 -> flipped(whole, random, 1 + whole.length / 50);
            case 3 -> repeated(whole, random);
            case 4 -> nested(whole, random);
            default -> numbers(whole, random);
        };
    }

    private static byte[] flipped(byte[] whole, Random random, int times) {
        byte[] flipped = whole.clone();
        for (int i = 0; i < times; i++) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** A stretch of the file again and again, up to some megabytes. */
    private static byte[] repeated(byte[] whole, Random random) {
        int from = random.nextInt(whole.length);
        int to = from + random.nextInt(Math.min(5000, whole.length - from) + 1);
        int times = 1 + random.nextInt(1000);
        byte[] out = new byte[whole.length + (to - from) * times];
        System.arraycopy(whole, 0, out, 0, to);
        for (int i = 0; i < times; i++) {
            System.arraycopy(whole, from, out, to + i * (to - from), to - from);
        }
        System.arraycopy(whole, to, out, to + times * (to - from), whole.length - to);
        return out;
    }

    /** Something that opens and never closes, put in somewhere. */
    private static byte[] nested(byte[] whole, Random random) {
        String[] opening = {
            "[", "{\"a\":", "<gml:MultiSurface><gml:surfaceMember>", "(", "\"", "((((", ".KURVE 1:\n..NØ\n"
        };
        byte[] deep = opening[random.nextInt(opening.length)]
                .repeat(1 + random.nextInt(20_000))
                .getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(whole.length);
        byte[] out = new byte[whole.length + deep.length];
        System.arraycopy(whole, 0, out, 0, at);
        System.arraycopy(deep, 0, out, at, deep.length);
        System.arraycopy(whole, at, out, at + deep.length, whole.length - at);
        return out;
    }

    /** Numbers that are too large, negative or none. */
    private static byte[] numbers(byte[] whole, Random random) {
        String[] odd = {"1e400", "-1", "NaN", "99999999999999999999", "0", "", "1,5", "Infinity"};
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int from = random.nextInt(text.length());
        String tail = text.substring(from)
                .replaceFirst("\\d+(\\.\\d+)?", odd[random.nextInt(odd.length)].toUpperCase(Locale.ROOT));
        return (text.substring(0, from) + tail).getBytes(StandardCharsets.ISO_8859_1);
    }
}
