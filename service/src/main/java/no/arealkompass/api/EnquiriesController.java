package no.arealkompass.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.enquiry.Enquiries;
import no.arealkompass.enquiry.Enquiry;
import no.arealkompass.enquiry.Enquiry.State;
import no.arealkompass.enquiry.EnquiryChange;
import no.arealkompass.enquiry.EnquiryFilter;
import no.arealkompass.enquiry.ReplyTimes;
import no.arealkompass.score.ConstantName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Enquiries for those who handle them. A change names the version it was made from ({@code If-Match}), so that two never
 * overwrite each other.
 */
@RestController
@RequestMapping(path = "/api/enquiries", produces = MediaType.APPLICATION_JSON_VALUE)
class EnquiriesController {
    private final Enquiries enquiries;

    EnquiriesController(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    /** One in the list: who asks by name only. */
    record Item(
            UUID id,
            String receivedAt,
            String language,
            Enquiry.Origin origin,
            @Nullable String link,
            List<String> sites,
            List<String> municipalities,
            State state,
            @Nullable String owner,
            @Nullable String handedTo,
            String dueOn,
            @Nullable String answeredAt,
            @Nullable String closedAt,
            @Nullable String erasedAt,
            int version,
            @Nullable String name,
            @Nullable String organisation) {}

    /**
     * @param all whether the caller handles every enquiry, and may hand one over
     * @param me the account of the caller
     */
    record Listed(List<Item> items, int total, boolean all, String me) {}

    record Whole(
            Item enquiry,
            @Nullable String requirement,
            Enquiry.@Nullable Person person,
            List<Enquiry.Note> notes,
            List<Enquiry.Event> events) {}

    record Statistics(List<ReplyTimes> months, int hoursADay, int forMedian, int forNinetyPercent) {}

    @GetMapping
    ResponseEntity<Listed> list(
            Caller caller,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String municipality,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Integer offset) {
        var page = Page.of(limit, offset, 50);
        var found = enquiries.list(
                caller, filter(caller, state, municipality, owner, overdue), page.limit(), page.offset());
        var items = found.items().stream().map(EnquiriesController::item).toList();
        return kept(new Listed(items, found.total(), enquiries.handlesAll(caller), caller.name()));
    }

    @GetMapping("/{id}")
    ResponseEntity<Whole> get(Caller caller, @PathVariable UUID id) {
        return whole(caller, id);
    }

    @PatchMapping("/{id}")
    ResponseEntity<Whole> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        Access.require(caller, Operation.HANDLE_ENQUIRIES);
        enquiries.change(caller, id, IfMatch.version(ifMatch), read(caller, JsonBody.small(body)));
        return whole(caller, id);
    }

    @PostMapping("/{id}/notes")
    ResponseEntity<Whole> note(Caller caller, @PathVariable UUID id, InputStream body) throws IOException {
        Access.require(caller, Operation.HANDLE_ENQUIRIES);
        enquiries.note(caller, id, JsonBody.small(body).path("note").asString(""));
        return whole(caller, id);
    }

    /** What tells of the person is deleted, at once. */
    @DeleteMapping("/{id}/person")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Access.require(caller, Operation.HANDLE_ENQUIRIES);
        enquiries.erase(caller, id, IfMatch.version(ifMatch));
    }

    @GetMapping("/statistics")
    ResponseEntity<Statistics> statistics(Caller caller) {
        return kept(
                new Statistics(enquiries.replyTimes(caller), 8, ReplyTimes.FOR_MEDIAN, ReplyTimes.FOR_NINETY_PERCENT));
    }

    /** What there is to count; who asked, and what, is not in it. */
    @GetMapping(path = "/export.csv", produces = "text/csv")
    ResponseEntity<byte[]> export(Caller caller) {
        var csv = new StringBuilder("\ufeff");
        Csv.line(
                csv,
                List.of(
                        "id",
                        "mottatt",
                        "kilde",
                        "omrader",
                        "kommuner",
                        "status",
                        "ansvarlig",
                        "sendt til kommune",
                        "frist",
                        "besvart",
                        "avsluttet"));
        for (var e : enquiries.list(caller, EnquiryFilter.ALL, Page.MOST, 0).items()) {
            var item = item(e);
            Csv.line(
                    csv,
                    Arrays.asList(
                            item.id().toString(),
                            item.receivedAt(),
                            ConstantName.of(item.origin()),
                            String.join(" ", item.sites()),
                            String.join(" ", item.municipalities()),
                            ConstantName.of(item.state()),
                            item.owner(),
                            item.handedTo(),
                            item.dueOn(),
                            item.answeredAt(),
                            item.closedAt()));
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"henvendelser.csv\"")
                .contentType(MediaType.parseMediaType(Csv.TYPE))
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<Whole> whole(Caller caller, UUID id) {
        var whole = enquiries.get(caller, id);
        var e = whole.enquiry();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag("\"" + e.version() + "\"")
                .body(new Whole(item(e), e.requirement(), e.person(), whole.notes(), whole.events()));
    }

    private static <T> ResponseEntity<T> kept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    private static Item item(Enquiry e) {
        var person = e.person();
        return new Item(
                e.id(),
                e.receivedAt().toString(),
                e.language(),
                e.origin(),
                e.link(),
                e.sites(),
                e.municipalities(),
                e.state(),
                e.owner(),
                e.handedTo(),
                e.dueOn().toString(),
                e.answeredAt() == null ? null : e.answeredAt().toString(),
                e.closedAt() == null ? null : e.closedAt().toString(),
                e.erasedAt() == null ? null : e.erasedAt().toString(),
                e.version(),
                person == null ? null : person.name(),
                person == null ? null : person.organisation());
    }

    /** @param state one state, "waiting" for those nobody has answered, or empty for all */
    private static EnquiryFilter filter(
            Caller caller, String state, @Nullable String municipality, String owner, boolean overdue) {
        Set<State> states = state.isEmpty()
                ? Set.of()
                : state.equals("open")
                        ? EnumSet.of(State.NEW, State.IN_PROGRESS, State.WAITING)
                        : EnumSet.of(state(state));
        var account = owner.equals("me") ? caller.name() : owner.isEmpty() ? null : owner;
        return new EnquiryFilter(states, municipality, account, overdue);
    }

    private static EnquiryChange read(Caller caller, JsonNode body) {
        var owner = text(body, "owner");
        return new EnquiryChange(
                body.path("state").isString() ? state(body.path("state").asString()) : null,
                owner != null && owner.equals("me") ? caller.name() : owner,
                text(body, "handedTo"),
                day(text(body, "dueOn")));
    }

    private static @Nullable String text(JsonNode body, String field) {
        return body.path(field).isString() ? body.path(field).asString().strip() : null;
    }

    private static State state(String text) {
        return Arrays.stream(State.values())
                .filter(s -> ConstantName.of(s).equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        400,
                        new Said("«state» er ikke kjent.", "'state' is not known."),
                        new Said("Velg " + names(" eller ") + ".", "Choose " + names(" or ") + ".")));
    }

    private static String names(String or) {
        return String.join(
                or, Arrays.stream(State.values()).map(ConstantName::of).toList());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(
                    400,
                    new Said("«dueOn» er ingen dato.", "'dueOn' is no date."),
                    new Said(
                            "Skriv år-måned-dag, for eksempel 2026-05-17.",
                            "Write year-month-day, such as 2026-05-17."));
        }
    }
}
