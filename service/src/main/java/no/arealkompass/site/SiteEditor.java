package no.arealkompass.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.arealkompass.access.Access;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes to sites: checked whole, then written whole, one transaction each. Every change is a new version. */
@Component
class SiteEditor {
    private static final int LONGEST = 1000;

    private final SiteRepository sites;
    private final SiteWriteRepository writing;
    private final ShapeCheck shapes;
    private final FactCatalogue catalogue;
    private final Clock clock;
    private final Audit audit;

    SiteEditor(
            SiteRepository sites,
            SiteWriteRepository writing,
            ShapeCheck shapes,
            FactCatalogue catalogue,
            Clock clock,
            Audit audit) {
        this.sites = sites;
        this.writing = writing;
        this.shapes = shapes;
        this.catalogue = catalogue;
        this.clock = clock;
        this.audit = audit;
    }

    /** What is wrong with a draft, blocking or not; shapes are looked at only when the rest can be stored. */
    List<DraftFault> faults(String id, SiteDraft draft) {
        var faults = new ArrayList<>(DraftCheck.faults(id, draft, new FactCheck(catalogue, today())));
        faults.addAll(shapes.faults(draft));
        return faults;
    }

    /** @param known the version the draft was made from; null for a site that is not there yet */
    @Transactional
    Saved save(Caller caller, String id, @Nullable Integer known, SiteDraft draft) {
        if (known != null) {
            requireOwn(caller, id);
        }
        var faults = faults(id, draft);
        if (faults.stream().anyMatch(DraftFault::blocking)) {
            throw new SiteNotValid(id, faults);
        }
        if (known == null) {
            create(caller, id, draft);
            return new Saved(inUse(id), true, faults);
        }
        var before = locked(id, known);
        requireGround(caller, writing.ground(id), shape(draft));
        if (reads(before, draft) && writing.sameShapes(before.versionId(), draft)) {
            return new Saved(before, false, faults);
        }
        writing.storeVersion(id, draft, caller);
        return stored(caller, before, "site.save", draft.why(), faults);
    }

    private void create(Caller caller, String id, SiteDraft draft) {
        requireGround(caller, Optional.empty(), shape(draft));
        writing.enterAndLock(id);
        sites.find(id).ifPresent(there -> {
            throw new SiteConflict(id, there.version());
        });
        if (writing.ground(id).isPresent()) {
            throw new SiteNotValid(
                    id,
                    List.of(DraftFault.at(
                            "TAKEN",
                            "id",
                            new Text("Id-en er i bruk.", "The id is in use."),
                            new Text("Velg en annen.", "Choose another one."))));
        }
        writing.storeVersion(id, draft, caller);
        audit.record(caller, "site.create", "site/" + id, null, state(inUse(id)), draft.why());
    }

    private Set<String> shape(SiteDraft draft) {
        return writing.groundOf(Objects.requireNonNull(draft.scoredShape()));
    }

    /** To change a site one acts for every municipality it lies in, and for every one it is moved to. */
    private static void requireGround(Caller caller, Optional<Set<String>> now, Set<String> shape) {
        now.ifPresent(ground -> Access.require(caller, Operation.EDIT_SITES, ground));
        Access.require(caller, Operation.EDIT_SITES, shape);
    }

    /** Before anything else is said of a site: whoever does not see it is told that it is not there, others that it is not theirs. */
    private void requireOwn(Caller caller, String id) {
        inUse(id);
        writing.ground(id).ifPresent(now -> Access.require(caller, Operation.EDIT_SITES, now));
    }

    /** Whether all the ground is the caller's to bring this in from a file. */
    boolean own(Caller caller, String id, Set<String> shape) {
        return Access.may(caller, Operation.IMPORT, shape)
                && writing.ground(id)
                        .map(ground -> Access.may(caller, Operation.IMPORT, ground))
                        .orElse(true);
    }

    boolean own(Caller caller, String id, SiteDraft draft) {
        return own(caller, id, shape(draft));
    }

    private Saved stored(Caller caller, Site before, String action, String why, List<DraftFault> warnings) {
        var after = inUse(before.id());
        var moved = before.publication() == after.publication()
                ? action
                : switch (after.publication()) {
                    case PUBLISHED -> "site.publish";
                    case WITHDRAWN -> "site.withdraw";
                    default -> action;
                };
        audit.record(caller, moved, "site/" + after.id(), state(before), state(after), why);
        return new Saved(after, true, warnings);
    }

    /** A site's state in the audit trail. */
    static String state(Site site) {
        return site.version() + " " + site.publication();
    }

    @Transactional
    Saved revert(Caller caller, String id, int known, int version, String why) {
        requireOwn(caller, id);
        require("why", why, id);
        var before = locked(id, known);
        var ground = writing.ground(id);
        ground.ifPresent(now -> Access.require(caller, Operation.EDIT_SITES, now));
        var old = sites.version(id, version).orElseThrow(() -> new NoSuchSite(id + ", " + version));
        var marks = sites.shapeMarks(id);
        if (SiteChange.between(before, marks(marks, before), old, marks(marks, old))
                .isEmpty()) {
            return new Saved(before, false, List.of());
        }
        requireGround(caller, ground, writing.groundOf(sites.outline(old.versionId())));
        writing.revert(before, old, why, caller);
        return stored(caller, before, "site.revert", why, List.of());
    }

    @Transactional
    Site confirm(Caller caller, String id, String confirmedBy, LocalDate on, String note) {
        requireOwn(caller, id);
        require("by", confirmedBy, id);
        if (note.length() > LONGEST || on.isAfter(today()) || on.getYear() < 2000) {
            throw new SiteNotValid(
                    id,
                    List.of(
                            DraftFault.at(
                                    "CONFIRMATION",
                                    on.isAfter(today()) || on.getYear() < 2000 ? "on" : "note",
                                    new Text("Bekreftelsen kan ikke brukes.", "The confirmation cannot be used."),
                                    new Text(
                                            "Skriv en dato som ikke er fram i tid, og et notat på høyst 1000 tegn.",
                                            "Write a date that is not in the future, and a note of at most 1000 characters."))));
        }
        if (!writing.lock(id)) {
            throw new NoSuchSite(id);
        }
        writing.ground(id).ifPresent(now -> Access.require(caller, Operation.EDIT_SITES, now));
        var before = inUse(id);
        writing.confirm(before, confirmedBy, on, note, caller);
        audit.record(caller, "site.confirm", "site/" + id, state(before), state(before), note);
        return inUse(id);
    }

    /** The site as it is now, which nobody else can change until the transaction ends. */
    private Site locked(String id, int known) {
        if (!writing.lock(id)) {
            throw new NoSuchSite(id);
        }
        var site = inUse(id);
        if (site.version() != known) {
            throw new SiteConflict(id, site.version());
        }
        return site;
    }

    private Site inUse(String id) {
        return sites.find(id).orElseThrow(() -> new NoSuchSite(id));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Sites.ZONE));
    }

    private static void require(String field, String text, String id) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new SiteNotValid(
                    id,
                    List.of(DraftFault.at(
                            "MISSING",
                            field,
                            new Text("Feltet «%s» er tomt eller for langt.", "The field “%s” is empty or too long.")
                                    .filled(field),
                            new Text("Fyll det ut, høyst %s tegn.", "Fill it in, at most %s characters.")
                                    .filled(LONGEST))));
        }
    }

    private static Map<String, String> marks(Map<Integer, Map<String, String>> marks, Site site) {
        return marks.getOrDefault(site.version(), Map.of());
    }

    /** Whether a site reads as the draft does, shapes apart. */
    private static boolean reads(Site site, SiteDraft draft) {
        var scored = site.scoredPart();
        return site.name().equals(draft.name())
                && site.kind() == draft.kind()
                && site.publication() == draft.publication()
                && site.schematic() == draft.schematic()
                && site.areaKnown() == draft.areaKnown()
                && site.accuracyM() == draft.accuracyM()
                && site.source().equals(draft.source())
                && site.facts().equals(draft.facts())
                && site.media().equals(draft.media())
                && Objects.equals(scored == null ? null : scored.id(), draft.scoredPart())
                && parts(site).equals(parts(draft));
    }

    private static List<SitePart> parts(Site site) {
        return site.parts().stream()
                .map(p -> new SitePart(p.id(), p.kind(), p.name(), p.status(), 0, p.facts()))
                .toList();
    }

    private static List<SitePart> parts(SiteDraft draft) {
        return draft.parts().stream()
                .map(p -> new SitePart(p.id(), p.kind(), p.name(), p.status(), 0, p.facts()))
                .toList();
    }
}
