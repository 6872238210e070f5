package no.arealkompass.prospectus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.arealkompass.access.Access;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Role;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Region;
import no.arealkompass.paper.Language;
import no.arealkompass.prospectus.RegionText.Draft;
import no.arealkompass.prospectus.TextFault.Code;
import no.arealkompass.yaml.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the region and its municipalities say of themselves. A municipality's text is written by those who act for it, the
 * region's by the administrator and by recruiters who act for no municipality in particular. Every method throws
 * {@link AccessDenied} when the caller may not.
 */
@Component
public class RegionTexts {
    /** How long a text may be, in characters. */
    public static final int MOST_CHARACTERS = 4000;

    /** How long a source may be, in characters. */
    public static final int MOST_SOURCE = 300;

    private final RegionTextRepository repository;
    private final Datasets datasets;
    private final Audit audit;

    RegionTexts(RegionTextRepository repository, Datasets datasets, Audit audit) {
        this.repository = repository;
        this.datasets = datasets;
        this.audit = audit;
    }

    /**
     * What everybody may read of a place; empty where nothing is published.
     *
     * @param municipality four digits; empty for the whole region
     */
    public Optional<Story> published(Caller caller, String municipality, Language language) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository
                .published(municipality, language.code())
                .filter(text -> !text.body().isEmpty())
                .map(text -> new Story(
                        name(datasets.region(caller), municipality, language),
                        Arrays.stream(text.body().split("\n\n+")).toList(),
                        text.source(),
                        text.writtenAt()));
    }

    private static String name(Region region, String municipality, Language language) {
        return region.municipalities().stream()
                .filter(m -> m.number().equals(municipality))
                .findFirst()
                .map(Region.Municipality::name)
                .orElse(language.of(region.name().nb(), region.name().en()));
    }

    /** The newest version for every place and language that the caller may write for; version 0 where there is none. */
    public List<RegionText> editable(Caller caller) {
        Access.require(caller, Operation.EDIT_TEXTS);
        var written = repository.newest();
        List<RegionText> texts = new ArrayList<>();
        for (var place : places(datasets.region(caller))) {
            for (var language : mayWrite(caller, place) ? List.of("nb", "en") : List.<String>of()) {
                Predicate<RegionText> same =
                        t -> t.municipality().equals(place) && t.language().equals(language);
                texts.add(written.stream().filter(same).findFirst().orElse(nothing(place, language)));
            }
        }
        return texts;
    }

    private static RegionText nothing(String place, String language) {
        return new RegionText(place, language, 0, "", "", false, "", Role.SERVICE, Instant.EPOCH);
    }

    /**
     * Writes a new version.
     *
     * @throws TextFault when it cannot be kept, or somebody else wrote meanwhile; nothing is then stored
     */
    @Transactional
    public RegionText save(Caller caller, Draft draft) {
        Access.require(caller, Operation.EDIT_TEXTS);
        var region = datasets.region(caller);
        if (!places(region).contains(draft.municipality())) {
            throw new TextFault(
                    Code.NOT_VALID,
                    new Text("Kommunen er ikke i regionen.", "The municipality is not in the region."),
                    new Text(
                            "Velg en kommune i regionen, eller hele regionen.",
                            "Choose a municipality of the region, or all of it."));
        }
        if (!mayWrite(caller, draft.municipality())) {
            Access.require(caller, Operation.EDIT_TEXTS, Set.of(draft.municipality()));
        }
        var text = TextCheck.checked(draft);
        if (repository.version(text.municipality(), text.language()) != text.version()
                || !repository.add(caller, text)) {
            throw new TextFault(
                    Code.CHANGED_MEANWHILE,
                    new Text(
                            "Noen andre har skrevet i teksten. Ingenting er lagret.",
                            "Somebody else wrote in the text. Nothing is stored."),
                    new Text(
                            "Hent teksten på nytt og skriv inn endringen.",
                            "Read the text again and write your change."));
        }
        audit.record(
                caller,
                "region-text.save",
                "region-text/" + (text.municipality().isEmpty() ? "region" : text.municipality()) + "/"
                        + text.language(),
                text.version() == 0 ? null : String.valueOf(text.version()),
                (text.version() + 1) + (text.published() ? " PUBLISHED" : " DRAFT"),
                "");
        return repository.newest().stream()
                .filter(t -> t.municipality().equals(text.municipality())
                        && t.language().equals(text.language()))
                .findFirst()
                .orElseThrow();
    }

    /** The region first, then its municipalities. */
    private static List<String> places(Region region) {
        List<String> places = new ArrayList<>(List.of(""));
        region.municipalities().forEach(m -> places.add(m.number()));
        return places;
    }

    private static boolean mayWrite(Caller caller, String place) {
        return place.isEmpty()
                ? Access.may(caller, Operation.EDIT_TEXTS, Set.of())
                        || (caller.role() == Role.RECRUITER
                                && caller.municipalities().isEmpty())
                : Access.may(caller, Operation.EDIT_TEXTS, Set.of(place));
    }
}
