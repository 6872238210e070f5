package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import no.arealkompass.dataset.Asking.Answer;
import no.arealkompass.dataset.FetchStore.State;
import org.springframework.stereotype.Component;

/**
 * Fetches files from their publishers: continues what was cut off, asks for nothing that has not changed, tries again
 * with growing waits, and takes no more, from nobody else, than the description says.
 */
@Component
final class Fetcher {
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final int REDIRECTS = 5;
    /** Map data as text shrink to a tenth or so. */
    private static final int UNPACKED_MB_PER_MB = 20;

    private static final int CHECKSUM_BYTES = 4096;
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(60);
    private static final Pattern HASH = Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

    private final FetchLimits limits;
    private final Asking http;

    Fetcher(FetchLimits limits) {
        this.limits = limits;
        this.http = new Asking(limits);
    }

    /** One file on its way. */
    private record Job(Supply.Download rules, String address, FetchStore store, FetchHosts hosts, Progress progress) {
        long mostBytes() {
            return rules.maxMb() * 1_000_000L;
        }
    }

    /** A server that asks to be left alone for a while. */
    private static final class Wait extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Duration atLeast;
        private final transient FetchFailed failure;

        Wait(Duration atLeast, FetchFailed failure) {
            super(failure);
            this.atLeast = atLeast;
            this.failure = failure;
        }
    }

    /**
     * The whole file at the address.
     *
     * @throws FetchFailed when it cannot be had; what has come of it is kept for the next time
     */
    FetchedFile fetch(Supply.Download rules, String address, Progress progress) {
        Job job = new Job(
                rules,
                address,
                new FetchStore(limits.folder(), address),
                new FetchHosts(rules.hosts(), limits.localAddresses()),
                progress);
        for (int attempt = 1; ; attempt++) {
            Wait wait;
            try {
                return attempt(job);
            } catch (Wait e) {
                wait = e;
            } catch (FetchFailed e) {
                wait = new Wait(Duration.ZERO, e);
            } catch (IOException e) {
                wait = new Wait(Duration.ZERO, broken(address, e));
            }
            if (attempt >= limits.attempts() || !wait.failure.mayPass()) {
                throw wait.failure;
            }
            pause(job, attempt, wait);
        }
    }

    private static FetchFailed broken(String address, IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return FetchFailed.passing(
                "Forbindelsen til " + address + " ble brutt (" + reason + ").",
                "The connection to " + address + " broke (" + reason + ").");
    }

    /** Doubles each time, and differs by chance, so that many who failed together do not come back together. */
    private void pause(Job job, int attempt, Wait wait) {
        double factor = Math.pow(2, attempt - 1.0) * ThreadLocalRandom.current().nextDouble(0.5, 1.5);
        long millis = Math.min((long) (limits.backoff().toMillis() * factor), LONGEST_BACKOFF.toMillis());
        millis = Math.max(millis, wait.atLeast.toMillis());
        job.progress.report(
                "Waiting " + Math.ceilDiv(millis, 1000) + " s: "
                        + wait.failure.what().en(),
                0,
                0);
        sleep(millis);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FetchFailed.passing("Hentingen ble avbrutt.", "The fetch was interrupted.");
        }
    }

    private FetchedFile attempt(Job job) throws IOException {
        Map<String, String> ask = new LinkedHashMap<>();
        long from = job.store.partBytes();
        Optional<State> part =
                job.store.state(job.store.part()).filter(s -> !s.condition().isEmpty());
        Optional<State> whole = job.store.state(job.store.whole());
        if (from > 0 && part.isPresent()) {
            ask.put("Range", "bytes=" + from + "-");
            ask.put("If-Range", part.get().condition());
        } else {
            job.store.forgetPart();
            whole.ifPresent(state -> conditions(ask, state));
        }
        Answer answer = send(job, URI.create(job.address), ask);
        try (InputStream body = answer.body()) {
            return switch (answer.statusCode()) {
                case 304 -> same(job);
                case 200 -> receive(job, answer.headers(), body, 0);
                case 206 -> receive(job, answer.headers(), body, continued(job, answer.headers(), from));
                case 416 -> {
                    job.store.forgetPart(); // the part is longer than the file: begin again
                    throw FetchFailed.passing(
                            "Delen av " + job.address + " passer ikke lenger.",
                            "The part of " + job.address + " no longer fits.");
                }
                default -> throw refused(job, answer);
            };
        }
    }

    private static void conditions(Map<String, String> ask, State state) {
        if (!state.etag().isEmpty()) {
            ask.put("If-None-Match", state.etag());
        }
        if (!state.lastModified().isEmpty()) {
            ask.put("If-Modified-Since", state.lastModified());
        }
    }

    private static FetchedFile same(Job job) throws IOException {
        return new FetchedFile(
                job.address,
                job.store.whole(),
                Files.size(job.store.whole()),
                FetchStore.sha256(job.store.whole()),
                true);
    }

    /** Sends, following redirects to hosts that are listed. */
    private Answer send(Job job, URI first, Map<String, String> ask) throws IOException {
        URI address = first;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            job.hosts.require(address);
            Answer answer = http.ask(address, ask);
            Optional<String> location = answer.headers().firstValue("location");
            if (!MOVED.contains(answer.statusCode()) || location.isEmpty()) {
                return answer;
            }
            answer.body().close();
            address = resolve(address, location.get());
        }
        throw FetchFailed.forGood(
                "Adressen " + first + " sender videre mer enn " + REDIRECTS + " ganger.",
                "The address " + first + " redirects more than " + REDIRECTS + " times.",
                "Finn filens egentlige adresse og rett beskrivelsen.",
                "Find the file's real address and correct the description.");
    }

    private static URI resolve(URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw FetchFailed.forGood(
                    from + " sender videre til noe som ikke er en adresse.",
                    from + " redirects to something that is no address.",
                    "Meld fra til utgiveren.",
                    "Tell the publisher.");
        }
    }

    private RuntimeException refused(Job job, Answer answer) {
        int status = answer.statusCode();
        if (!PASSING.contains(status)) {
            return FetchFailed.forGood(
                    job.address + " svarte " + status + ".",
                    job.address + " answered " + status + ".",
                    "Har utgiveren flyttet filen, rettes address i datasettets beskrivelse.",
                    "If the publisher has moved the file, correct address in the dataset's description.");
        }
        Duration wait = retryAfter(answer.headers());
        FetchFailed failure = FetchFailed.passing(
                job.address + " svarte " + status + (wait.isZero() ? "." : " og ber om " + wait.toSeconds() + " s."),
                job.address + " answered " + status
                        + (wait.isZero() ? "." : " and asks for " + wait.toSeconds() + " s."));
        if (wait.compareTo(limits.longestWait()) > 0) {
            return FetchFailed.forGood(
                    failure.what().nb(),
                    failure.what().en(),
                    "Prøv igjen etter den tiden.",
                    "Try again after that time.");
        }
        return new Wait(wait, failure);
    }

    /** Seconds, or a date; zero when the server says nothing that can be read. */
    private static Duration retryAfter(HttpHeaders headers) {
        String said = headers.firstValue("retry-after").orElse("").strip();
        try {
            if (said.matches("\\d{1,7}")) {
                return Duration.ofSeconds(Long.parseLong(said));
            }
            ZonedDateTime at = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration left = Duration.between(ZonedDateTime.now(at.getZone()), at);
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    /** Where the rest begins; it must be where our part ends. */
    private static long continued(Job job, HttpHeaders headers, long from) throws IOException {
        Matcher range =
                CONTENT_RANGE.matcher(headers.firstValue("content-range").orElse(""));
        if (range.matches() && Long.parseLong(range.group(1)) == from) {
            return from;
        }
        job.store.forgetPart();
        throw FetchFailed.passing(
                job.address + " fortsatte på feil sted.", job.address + " continued at the wrong place.");
    }

    private FetchedFile receive(Job job, HttpHeaders headers, InputStream body, long from) throws IOException {
        long length = headers.firstValueAsLong("content-length").orElse(-1);
        if (length >= 0 && from + length > job.mostBytes()) {
            throw tooLarge(job);
        }
        State state = new State(
                headers.firstValue("etag").filter(e -> e.startsWith("\"")).orElse(""),
                headers.firstValue("last-modified").orElse(""));
        if (from == 0 || !state.condition().isEmpty()) { // the rest need not repeat what was said of the whole
            job.store.remember(state);
        }
        long total = copy(job, body, from, length < 0 ? 0 : from + length);
        if (length >= 0 && total != from + length) {
            throw new IOException(total + " of " + (from + length) + " bytes");
        }
        String sha256 = FetchStore.sha256(job.store.part());
        check(job, sha256);
        boolean same =
                job.store.hasWhole() && FetchStore.sha256(job.store.whole()).equals(sha256);
        job.store.complete();
        return new FetchedFile(job.address, job.store.whole(), total, sha256, same);
    }

    private long copy(Job job, InputStream body, long from, long expected) throws IOException {
        long total = from;
        try (OutputStream out = Files.newOutputStream(
                        job.store.part(),
                        StandardOpenOption.CREATE,
                        from > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                Patience patience = new Patience(body, limits.answer())) {
            byte[] buffer = new byte[1 << 16];
            for (int n = patience.read(buffer); n >= 0; n = patience.read(buffer)) {
                total += n;
                if (total > job.mostBytes()) {
                    throw tooLarge(job);
                }
                out.write(buffer, 0, n);
                job.progress.report("Fetching " + job.store.whole().getFileName(), total, expected);
            }
        } catch (FetchFailed e) {
            job.store.forgetPart();
            throw e;
        }
        return total;
    }

    private static FetchFailed tooLarge(Job job) {
        return tooLarge(job.address, job.rules.maxMb());
    }

    private static FetchFailed tooLarge(String address, int mb) {
        return FetchFailed.forGood(
                address + " er større enn " + mb + " MB.",
                address + " is larger than " + mb + " MB.",
                "Er filen riktig, økes maxMb i datasettets beskrivelse.",
                "If the file is right, raise maxMb in the dataset's description.");
    }

    private void check(Job job, String sha256) throws IOException {
        String stated = job.rules.sha256().isEmpty() ? sidecar(job) : job.rules.sha256();
        if (!stated.isEmpty() && !stated.equals(sha256)) {
            job.store.forgetPart();
            throw FetchFailed.passing(
                    "Sjekksummen for " + job.address + " stemmer ikke: oppgitt " + stated + ", fikk " + sha256 + ".",
                    "The checksum of " + job.address + " is wrong: stated " + stated + ", got " + sha256 + ".");
        }
    }

    /** The checksum its publisher keeps beside the file; empty when the description names none. */
    private String sidecar(Job job) throws IOException {
        if (job.rules.checksumSuffix().isEmpty()) {
            return "";
        }
        String address = job.address + job.rules.checksumSuffix();
        Answer answer = send(job, URI.create(address), Map.of());
        try (InputStream body = answer.body();
                Patience patience = new Patience(body, limits.answer())) {
            byte[] start = new byte[CHECKSUM_BYTES];
            int n = answer.statusCode() == 200 ? patience.read(start) : 0;
            Matcher hash = HASH.matcher(new String(start, 0, Math.max(0, n), StandardCharsets.US_ASCII));
            if (hash.find()) {
                return hash.group().toLowerCase(Locale.ROOT);
            }
        }
        throw FetchFailed.passing(
                "Fant ingen sjekksum på " + address + ".", "There is no checksum at " + address + ".");
    }

    /** The files at all addresses of a source, in order. */
    List<FetchedFile> fetchAll(Supply.Download rules, Region region, Progress progress) {
        return rules.addresses(region).stream()
                .map(address -> fetch(rules, address, progress))
                .map(file -> rules.member().isEmpty() ? file : member(rules, file))
                .toList();
    }

    /** The one file of an archive that is meant, unpacked beside it. */
    private static FetchedFile member(Supply.Download rules, FetchedFile archive) {
        try (ZipFile zip = new ZipFile(archive.path().toFile())) {
            List<? extends ZipEntry> meant = zip.stream()
                    .filter(e -> !e.isDirectory() && e.getName().contains(rules.member()))
                    .toList();
            if (meant.size() != 1) {
                throw noMember(rules, archive, meant.size());
            }
            Path unpacked = archive.path().resolveSibling("member-" + FetchStore.key(rules.member()));
            try (InputStream in = zip.getInputStream(meant.getFirst());
                    OutputStream out = Files.newOutputStream(unpacked)) {
                long most = 1_000_000L * rules.maxMb() * UNPACKED_MB_PER_MB;
                byte[] buffer = new byte[1 << 16];
                long total = 0;
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    total += n;
                    if (total > most) {
                        throw tooLarge(archive.address(), rules.maxMb() * UNPACKED_MB_PER_MB);
                    }
                    out.write(buffer, 0, n);
                }
            }
            return new FetchedFile(archive.address(), unpacked, archive.bytes(), archive.sha256(), archive.unchanged());
        } catch (IOException e) {
            throw (FetchFailed) noMember(rules, archive, 0).initCause(e);
        }
    }

    private static FetchFailed noMember(Supply.Download rules, FetchedFile archive, int found) {
        return FetchFailed.forGood(
                "Arkivet " + archive.address() + " har " + found + " filer med «" + rules.member() + "» i navnet.",
                "The archive " + archive.address() + " has " + found + " files with “" + rules.member()
                        + "” in their names.",
                "Rett member i datasettets beskrivelse.",
                "Correct member in the dataset's description.");
    }
}
