package no.arealkompass.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching from a publisher on this machine that misbehaves in every way it is asked to. */
class FetcherTest {
    private static final byte[] FILE = Publisher.noise(700_000);

    @TempDir
    Path folder;

    private final Publisher publisher = new Publisher().put("/data.zip", FILE);

    @AfterEach
    void close() {
        publisher.close();
    }

    private FetchLimits limits(boolean local) {
        return new FetchLimits(
                folder,
                4,
                Duration.ofMillis(20),
                Duration.ofSeconds(2),
                Duration.ofMillis(700),
                Duration.ofSeconds(5),
                local);
    }

    private static Supply.Download rules(int maxMb, String sha256, String suffix) {
        return new Supply.Download(
                "", Supply.Download.Per.REGION, "", List.of("127.0.0.1"), maxMb, sha256, suffix, false);
    }

    private FetchedFile fetch() {
        return fetch(rules(2, "", ""));
    }

    private FetchedFile fetch(Supply.Download rules) {
        return new Fetcher(limits(true)).fetch(rules, publisher.base() + "/data.zip", Progress.NONE);
    }

    private FetchFailed failure(Supply.Download rules) {
        FetchFailed failure = catchThrowableOfType(FetchFailed.class, () -> fetch(rules));
        assertThat(failure).isNotNull();
        assertThat(failure.what().nb()).isNotBlank().isNotEqualTo(failure.what().en());
        assertThat(failure.remedy().nb()).isNotBlank();
        return failure;
    }

    private void whole(FetchedFile file) throws IOException {
        assertThat(file.path()).hasBinaryContent(FILE);
        assertThat(file.bytes()).isEqualTo(FILE.length);
        assertThat(file.sha256()).isEqualTo(Publisher.sha256(FILE));
        assertThat(file.path()).hasFileName("data.zip");
    }

    @Test
    void comesWholeAndIsNotAskedForAgain() throws IOException {
        whole(fetch());
        assertThat(publisher.takeAsked()).containsExactly("/data.zip");
        FetchedFile again = fetch();
        whole(again);
        assertThat(again.unchanged()).isTrue();
        assertThat(publisher.takeAsked()).containsExactly("/data.zip unless " + Publisher.tag(FILE));
    }

    @Test
    void aNewEditionReplacesTheOldOne() throws IOException {
        fetch();
        byte[] newer = Publisher.noise(1234);
        publisher.put("/data.zip", newer);
        FetchedFile file = fetch();
        assertThat(file.unchanged()).isFalse();
        assertThat(file.path()).hasBinaryContent(newer);
    }

    @Test
    void sameBytesUnderAnotherTagAreUnchanged() {
        fetch();
        publisher.next(Publisher.send(FILE));
        assertThat(fetch().unchanged()).isTrue();
    }

    @Test
    void whatWasCutOffIsContinued() throws IOException {
        publisher.next(Publisher.cutAfter(300_000)).next(Publisher.status(500));
        whole(fetch());
        List<String> asked = publisher.takeAsked();
        assertThat(asked).hasSize(3);
        assertThat(asked.get(0)).isEqualTo("/data.zip");
        assertThat(asked.get(2)).matches("/data.zip bytes=[1-9]\\d*-");
    }

    @Test
    void thePartOutlivesTheProgram() throws IOException {
        for (int i = 0; i < 4; i++) {
            publisher.next(i == 0 ? Publisher.cutAfter(300_000) : Publisher.status(503));
        }
        assertThat(failure(rules(2, "", "")).what().en()).contains("503");
        publisher.takeAsked();
        whole(fetch());
        assertThat(publisher.takeAsked()).hasSize(1).first().asString().matches("/data.zip bytes=[1-9]\\d*-");
    }

    @Test
    void aPartOfAnOlderEditionIsThrownAway() throws IOException {
        publisher.next(Publisher.cutAfter(300_000));
        byte[] newer = Publisher.noise(500_000);
        newer[0]++;
        Supply.Download rules = rules(2, "", "");
        Fetcher once = new Fetcher(new FetchLimits(
                folder, 1, Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ZERO, true));
        assertThatThrownBy(() -> once.fetch(rules, publisher.base() + "/data.zip", Progress.NONE))
                .isInstanceOf(FetchFailed.class);
        publisher.put("/data.zip", newer);
        assertThat(fetch().path()).hasBinaryContent(newer);
    }

    @Test
    void silenceIsNotWaitedForWithoutEnd() throws IOException {
        publisher.next(Publisher.silenceAfter(100_000, 20_000));
        long started = System.nanoTime();
        whole(fetch());
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void retryAfterIsHeeded() throws IOException {
        publisher.next(Publisher.status(503, "Retry-After", "1"));
        long started = System.nanoTime();
        whole(fetch());
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));
        publisher.next(Publisher.status(429, "Retry-After", date));
        assertThat(failure(rules(2, "", "")).what().en()).contains("429").contains("asks for 3");
        assertThat(publisher.asked).hasSize(3); // an hour is not waited for, and not tried again before
    }

    @Test
    void triesAreCounted() {
        for (int i = 0; i < 4; i++) {
            publisher.next(Publisher.status(502));
        }
        assertThat(failure(rules(2, "", "")).what().en()).contains("502");
        assertThat(publisher.takeAsked()).hasSize(4);
        publisher.next(Publisher.status(404));
        assertThat(failure(rules(2, "", "")).remedy().en()).contains("address");
        assertThat(publisher.takeAsked()).as("404 will not pass by itself").hasSize(1);
    }

    @Test
    void aWrongChecksumIsNeverTaken() throws IOException {
        Supply.Download rules = rules(2, Publisher.sha256(FILE), "");
        publisher.next(Publisher.send(Publisher.noise(99)));
        whole(fetch(rules));
        byte[] other = Publisher.noise(100);
        publisher.put("/data.zip", other);
        assertThat(failure(rules).what().en()).contains(Publisher.sha256(FILE)).contains(Publisher.sha256(other));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(f -> f.endsWith("part"))).isEmpty();
            assertThat(new FetchStore(folder, publisher.base() + "/data.zip").whole())
                    .as("the good one is still there")
                    .hasBinaryContent(FILE);
        }
    }

    @Test
    void theChecksumBesideTheFileIsChecked() throws IOException {
        Supply.Download rules = rules(2, "", ".sha256");
        publisher.put("/data.zip.sha256", Publisher.sha256(FILE).toUpperCase(java.util.Locale.ROOT) + "  data.zip\n");
        whole(fetch(rules));
        publisher.put("/data.zip", Publisher.noise(50));
        assertThat(failure(rules).what().en()).contains("checksum");
        publisher.put("/data.zip.sha256", "not here");
        assertThat(failure(rules).what().en()).contains("no checksum at");
    }

    @Test
    void tooLargeIsRefusedByTheHeadAndWhileReading() {
        publisher.put("/data.zip", Publisher.noise(1_500_000));
        assertThat(failure(rules(1, "", "")).what().en()).contains("larger than 1 MB");
        publisher.next(Publisher.endless());
        assertThat(failure(rules(1, "", "")).what().en()).contains("larger than 1 MB");
        assertThat(publisher.takeAsked()).as("and not tried again").hasSize(2);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).filter(f -> f.endsWith("part")))
                    .isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void ofAnArchiveTheOneFileThatIsMeantIsTaken() throws IOException {
        var packed = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(packed)) {
            for (String name :
                    List.of("a/x_N50Arealdekke_GML.gml", "../x_N50Samferdsel_GML.gml", "x_N50Samferdsel_2.gml")) {
                zip.putNextEntry(new java.util.zip.ZipEntry(name));
                zip.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        publisher.put("/data.zip", packed.toByteArray());
        FetchedFile file = fetchAll("N50Arealdekke").getFirst();
        assertThat(file.path()).hasContent("a/x_N50Arealdekke_GML.gml");
        assertThat(file.sha256()).as("of what was fetched").isEqualTo(Publisher.sha256(packed.toByteArray()));
        assertThatThrownBy(() -> fetchAll("N50Samferdsel")).hasMessageContaining("has 2 files");
        assertThatThrownBy(() -> fetchAll("N50Bygninger")).hasMessageContaining("has 0 files");
        publisher.put("/data.zip", FILE);
        assertThatThrownBy(() -> fetchAll("N50Arealdekke")).as("no archive").hasMessageContaining("has 0 files");
    }

    private List<FetchedFile> fetchAll(String member) {
        var rules = new Supply.Download(
                publisher.base() + "/data.zip",
                Supply.Download.Per.REGION,
                member,
                List.of("127.0.0.1"),
                2,
                "",
                "",
                false);
        return new Fetcher(limits(true)).fetchAll(rules, Door.region(), Progress.NONE);
    }

    @Test
    void redirectsStayWithTheListedHosts() throws IOException {
        publisher.put("/moved.zip", FILE);
        publisher.next(Publisher.status(302, "Location", "/moved.zip"));
        assertThat(fetch().path()).hasBinaryContent(FILE);
        publisher.takeAsked();
        publisher.next(Publisher.status(307, "Location", "http://localhost:" + publisher.port() + "/moved.zip"));
        assertThat(failure(rules(2, "", "")).what().en()).contains("not on a host");
        assertThat(publisher.takeAsked()).as("the other host was never asked").hasSize(1);
        for (int i = 0; i < 6; i++) {
            publisher.next(Publisher.status(301, "Location", "/data.zip"));
        }
        assertThat(failure(rules(2, "", "")).what().en()).contains("redirects more than");
    }

    @Test
    void addressesOfThisMachineAreNotAsked() {
        Fetcher strict = new Fetcher(limits(false));
        assertThatThrownBy(() -> strict.fetch(rules(2, "", ""), publisher.base() + "/data.zip", Progress.NONE))
                .hasMessageContaining("not https");
        assertThatThrownBy(() -> new FetchHosts(List.of("127.0.0.1"), false).require(URI.create("https://127.0.0.1/x")))
                .hasMessageContaining("private network");
        assertThat(publisher.asked).isEmpty();
    }

    /** A name that was public when it was looked up, and is this machine's own when the connection is made. */
    @Test
    void theAddressIsLookedAtWhereTheConnectionIsMade() throws IOException {
        var strict = new Asking(limits(false));
        for (String host : List.of("localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1")) {
            URI rebound = URI.create("https://" + host + ":" + publisher.port() + "/data.zip");
            assertThatThrownBy(() -> strict.ask(rebound, java.util.Map.of()))
                    .as(host)
                    .satisfiesAnyOf(
                            e -> assertThat(e).isInstanceOf(FetchFailed.class).hasMessageContaining("private network"),
                            // a form that this JDK takes for no address at all
                            e -> assertThat(e).isInstanceOf(java.net.UnknownHostException.class),
                            e -> assertThat(e).isInstanceOf(java.net.MalformedURLException.class));
        }
        assertThat(publisher.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "::ffff:7f00:1",
                "::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::",
                "192.0.2.1",
                "198.18.0.1",
                "203.0.113.7",
                "240.0.0.1",
                "255.255.255.255",
                "224.0.0.1",
                "ff02::1",
                "2001:db8::1"
            })
    void isPrivate(String ip) throws IOException {
        assertThat(FetchHosts.isPrivate(InetAddress.getAllByName(ip)[0])).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"193.156.96.1", "100.128.0.1", "172.32.0.1", "2001:700::1", "64:ff9b::c19c:6001", "198.20.0.1"})
    void isPublic(String ip) throws IOException {
        assertThat(FetchHosts.isPrivate(InetAddress.getAllByName(ip)[0])).isFalse();
    }
}
