package no.arealkompass.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import no.arealkompass.access.AuditEntry;
import no.arealkompass.access.AuditQuery;
import no.arealkompass.access.AuditTrail;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import no.arealkompass.score.ConstantName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail: searched in pages, and handed out whole in two forms. */
@RestController
class AuditController {
    private static final int MOST = 200;
    private static final int LONGEST = 300;
    private static final ZoneId PLACE = ZoneId.of("Europe/Oslo");
    private static final List<String> COLUMNS =
            List.of("id", "at", "by", "role", "municipalities", "action", "object", "before", "after", "why");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * @param next what to ask for with {@code before} to read on; null when this was the last page
     * @param actions those on record, to choose from; only on the first page
     */
    record Entries(List<AuditEntry> items, @Nullable Long next, List<String> actions, int keepDays) {}

    /** What is asked for, as it stands in the address. */
    record Asked(
            @Nullable String object,
            @Nullable String action,
            @Nullable String by,
            @Nullable String role,
            @Nullable String municipality,
            @Nullable String from,
            @Nullable String to) {
        AuditQuery query() {
            return new AuditQuery(
                    text(object),
                    text(action),
                    text(by),
                    role == null || role.isEmpty() ? null : AuditController.role(role),
                    text(municipality),
                    day("from", from, 0),
                    day("to", to, 1));
        }
    }

    @GetMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Entries> read(
            Caller caller,
            Asked asked,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal(
                    400,
                    new Said("«limit» er " + limit + ".", "'limit' is " + limit + "."),
                    new Said("Velg et heltall fra 1 til 200.", "Choose a whole number from 1 to 200."));
        }
        var items = trail.read(caller, asked.query(), before == null ? Long.MAX_VALUE : before, limit);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Entries(
                        items,
                        items.size() < limit ? null : items.getLast().id(),
                        before == null ? trail.actions(caller) : List.of(),
                        trail.keepDays(caller)));
    }

    @GetMapping("/api/audit/export.csv")
    void csv(Caller caller, Asked asked, HttpServletResponse answer) throws IOException {
        export(caller, asked, answer, "csv", Csv.TYPE, out -> {
            append(out, "\ufeff");
            Csv.line(out, COLUMNS);
            return e -> Csv.line(
                    out,
                    Arrays.asList(
                            String.valueOf(e.id()),
                            e.at().toString(),
                            e.by(),
                            e.byRole(),
                            String.join(" ", e.municipalities()),
                            e.action(),
                            e.object(),
                            e.before(),
                            e.after(),
                            e.why()));
        });
    }

    @GetMapping("/api/audit/export.jsonl")
    void jsonLines(Caller caller, Asked asked, HttpServletResponse answer) throws IOException {
        export(
                caller,
                asked,
                answer,
                "jsonl",
                "application/jsonl;charset=UTF-8",
                out -> e -> append(out, JSON.writeValueAsString(e) + "\n"));
    }

    private interface Lines {
        Consumer<AuditEntry> to(BufferedWriter out);
    }

    /** Written as it is read, so that no export is ever whole in memory. */
    private void export(Caller caller, Asked asked, HttpServletResponse answer, String form, String type, Lines lines)
            throws IOException {
        var query = asked.query();
        if (trail.count(caller, query) > AuditTrail.MOST_EXPORTED) {
            throw new Refusal(
                    422,
                    new Said("Søket gir mer enn 100 000 hendelser.", "The search gives more than 100,000 entries."),
                    new Said("Velg et kortere tidsrom.", "Choose a shorter time."));
        }
        answer.setContentType(type);
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"logg." + form + "\"");
        var out = new BufferedWriter(new OutputStreamWriter(answer.getOutputStream(), StandardCharsets.UTF_8));
        trail.export(caller, query, form, lines.to(out));
        out.flush();
    }

    private static void append(BufferedWriter out, String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(@Nullable String given) {
        if (given != null && given.length() > LONGEST) {
            throw new Refusal(
                    400,
                    new Said("Et søkeord er for langt.", "A search word is too long."),
                    new Said("Skriv høyst 300 tegn.", "Write at most 300 characters."));
        }
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static Role role(String text) {
        return Arrays.stream(Role.values())
                .filter(r -> ConstantName.of(r).equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        400,
                        new Said("«role» er ikke kjent.", "'role' is not known."),
                        new Said("Se rollene på /api/config.", "See the roles at /api/config.")));
    }

    /** The day in Norway: from its beginning, or up to its end. */
    private static @Nullable Instant day(String name, @Nullable String text, int daysAfter) {
        try {
            return text == null || text.isEmpty()
                    ? null
                    : LocalDate.parse(text)
                            .plusDays(daysAfter)
                            .atStartOfDay(PLACE)
                            .toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(
                    400,
                    new Said("«" + name + "» er ingen dato.", "'" + name + "' is no date."),
                    new Said(
                            "Skriv år-måned-dag, for eksempel 2026-05-17.",
                            "Write year-month-day, such as 2026-05-17."));
        }
    }
}
