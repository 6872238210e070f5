package no.arealkompass.dataset;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.arealkompass.access.Access;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Correction.Kind;
import no.arealkompass.dataset.CorrectionFault.Code;
import no.arealkompass.geo.Geo;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections of datasets. What was delivered is never changed: the corrected layer is the next version of the dataset,
 * made from the newest delivered version and all corrections that stand. A new delivery gets them again; withdrawing one
 * makes a version without it. Runs that are stored go on answering for the version they read.
 */
@Service
public class Corrections {
    /** Points of an area; beyond it a border is a delivery of its own, not a correction. */
    private static final int MOST_POINTS = 20_000;

    private static final int MOST_LETTERS = 2_000;

    private final Catalogue catalogue;
    private final VersionRepository versions;
    private final StagingRepository staging;
    private final CorrectionRepository corrections;
    private final Audit audit;

    Corrections(
            Catalogue catalogue,
            VersionRepository versions,
            StagingRepository staging,
            CorrectionRepository corrections,
            Audit audit) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.staging = staging;
        this.corrections = corrections;
        this.audit = audit;
    }

    /** All corrections, withdrawn ones too, newest first; of one dataset when it is named. */
    public List<Correction> list(Caller caller, @Nullable String dataset, int limit, int offset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return corrections.list(dataset, limit, offset);
    }

    /** How many there are. */
    public int count(Caller caller, @Nullable String dataset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return corrections.count(dataset);
    }

    /** One correction. @throws CorrectionFault when there is none */
    public Correction get(Caller caller, long id) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return corrections.find(id).orElseThrow(() -> noSuch(id));
    }

    /** The area of a correction as GeoJSON text, longitude and latitude. */
    public String outline(Caller caller, long id) {
        return corrections.outline(get(caller, id).id());
    }

    /** The classes a correction of this dataset may name. */
    public List<String> classes(Caller caller, String dataset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return versions.classes(dataset);
    }

    /**
     * Registers a correction and makes the corrected version.
     *
     * @throws AccessDenied when the caller may not correct data, or not in this municipality
     * @throws CorrectionFault when anything in it is missing or wrong, or its area is not inside the municipality
     */
    @Transactional
    public Correction register(Caller caller, CorrectionDraft draft) {
        Access.require(caller, Operation.CORRECT_DATA, Set.of(draft.municipality()));
        Dataset dataset = checked(draft);
        staging.lock(dataset.id());
        long id = corrections.add(draft, area(draft), catalogue.region().srid(), caller.name());
        apply(caller, dataset);
        audit.record(caller, "correction.register", object(draft.dataset(), id), null, "STANDS", draft.reason());
        return corrections.find(id).orElseThrow();
    }

    private static String object(String dataset, long id) {
        return "correction/" + dataset + "/" + id;
    }

    /**
     * Withdraws a correction and makes the version without it.
     *
     * @param reason why it does not hold any more
     */
    @Transactional
    public Correction withdraw(Caller caller, long id, String reason) {
        Access.require(caller, Operation.CORRECT_DATA);
        Correction correction = corrections.find(id).orElseThrow(() -> noSuch(id));
        Access.require(caller, Operation.CORRECT_DATA, Set.of(correction.municipality()));
        text("reason", "Begrunnelse", reason);
        Dataset dataset = catalogue.dataset(correction.dataset()).orElseThrow(() -> noSuch(id));
        staging.lock(dataset.id());
        if (corrections.find(id).orElseThrow().withdrawn() != null) {
            throw new CorrectionFault(
                    Code.WITHDRAWN,
                    new Text(
                            "Rettelse " + id + " er trukket tilbake før.",
                            "Correction " + id + " is withdrawn already."),
                    new Text("Ingenting trengs.", "Nothing is needed."));
        }
        corrections.withdraw(id, reason.strip(), caller.name());
        apply(caller, dataset);
        audit.record(caller, "correction.withdraw", object(dataset.id(), id), "STANDS", "WITHDRAWN", reason.strip());
        return corrections.find(id).orElseThrow();
    }

    /**
     * Makes the corrected version where the version in use does not hold exactly the corrections that stand; called in
     * the transaction of a delivery as well.
     *
     * @return the corrected version, or empty when there was nothing to do
     */
    @Transactional
    public Optional<Long> apply(Caller caller, Dataset dataset) {
        if (!Access.may(caller, Operation.IMPORT)) {
            Access.require(caller, Operation.CORRECT_DATA);
        }
        List<Long> standing = corrections.standing(dataset.id());
        Optional<DatasetVersion> inUse = versions.inUse(dataset.id());
        if (inUse.isEmpty() || inUse.get().corrections().equals(standing)) {
            return Optional.empty();
        }
        DatasetVersion delivered = versions.delivered(dataset.id()).orElseThrow();
        long version = corrections.store(delivered.id(), standing, dataset.classProperty(), caller.name());
        staging.pieces(version);
        return Optional.of(version);
    }

    private Dataset checked(CorrectionDraft draft) {
        text("reason", "Begrunnelse", draft.reason());
        text("statedBy", "Hvem som sier det", draft.statedBy());
        text("source", "Kilde", draft.source());
        Dataset dataset = catalogue
                .dataset(draft.dataset())
                .filter(d -> d.role() == DatasetRole.LAYER)
                .orElseThrow(() -> fault(
                        "«" + draft.dataset() + "» er ikke et datasett som kan rettes.",
                        "'" + draft.dataset() + "' is not a dataset that can be corrected.",
                        "Velg et kartlag fra Datagrunnlag. Kommuner, områder og beregnede lag rettes ikke slik.",
                        "Choose a layer from the list of datasets. Municipalities, sites and derived layers are not corrected"
                                + " this way."));
        if (versions.inUse(dataset.id()).isEmpty()) {
            throw fault(
                    "Ingen data er lastet for «" + dataset.name().nb() + "», så det er ingenting å rette.",
                    "No data are loaded for '" + dataset.name().en() + "', so there is nothing to correct.",
                    "Last inn datasettet først.",
                    "Load the dataset first.");
        }
        if (draft.kind() == Kind.PRESENT) {
            checkClass(draft, dataset);
        }
        return dataset;
    }

    private void checkClass(CorrectionDraft draft, Dataset dataset) {
        if (dataset.geometry() != GeometryKind.POLYGON) {
            throw fault(
                    "«" + dataset.name().nb() + "» har linjer eller punkter; et område kan ikke legges til i det.",
                    "'" + dataset.name().en() + "' holds lines or points; an area cannot be added to it.",
                    "Rett med «finnes ikke», eller lever linjene som en fil.",
                    "Correct with “not there”, or deliver the lines as a file.");
        }
        List<String> known = versions.classes(dataset.id());
        boolean fits =
                dataset.classProperty().isEmpty() ? draft.objectClass().isEmpty() : known.contains(draft.objectClass());
        if (!fits) {
            String choices = known.stream().map(one -> "«" + one + "»").collect(Collectors.joining(", "));
            throw fault(
                    "Klassen «" + draft.objectClass() + "» finnes ikke i datasettet.",
                    "The dataset has no class '" + draft.objectClass() + "'.",
                    choices.isEmpty() ? "La klassen stå tom." : "Velg en av " + choices + ".",
                    choices.isEmpty() ? "Leave the class empty." : "Choose one of " + choices + ".");
        }
    }

    /** The area in the storage CRS, when it is valid and inside the municipality. */
    private byte[] area(CorrectionDraft draft) {
        Region.Municipality municipality = catalogue.region().municipalities().stream()
                .filter(m -> m.number().equals(draft.municipality()))
                .findFirst()
                .orElseThrow(() -> fault(
                        "Kommunen «" + draft.municipality() + "» er ikke med i regionen.",
                        "Municipality '" + draft.municipality() + "' is not part of the region.",
                        "Oppgi et kommunenummer i regionen.",
                        "Give the number of a municipality of the region."));
        if (draft.area().getNumPoints() > MOST_POINTS) {
            throw fault(
                    "Flaten har " + draft.area().getNumPoints() + " punkter; grensen er " + MOST_POINTS + ".",
                    "The area has " + draft.area().getNumPoints() + " points; the limit is " + MOST_POINTS + ".",
                    "Forenkle flaten, eller del den i flere rettelser.",
                    "Simplify the area, or split it into several corrections.");
        }
        long ground = catalogue.datasets().stream()
                .filter(dataset -> dataset.role() == DatasetRole.MUNICIPALITIES)
                .flatMap(dataset -> versions.inUse(dataset.id()).stream())
                .map(DatasetVersion::id)
                .findFirst()
                .orElseThrow(() -> fault(
                        "Kommunegrensene er ikke lastet.",
                        "The municipal borders are not loaded.",
                        "Last inn kommunene først.",
                        "Load the municipalities first."));
        var area = corrections.area(Geo.toWkb(draft.area()), catalogue.region().srid(), municipality.number(), ground);
        return inside(municipality, area);
    }

    private static byte[] inside(Region.Municipality municipality, CorrectionRepository.Area area) {
        Double outsideM2 = area.outsideM2();
        if (!area.valid().equals("Valid Geometry") || !(area.areaM2() > 0)) {
            throw fault(
                    "Flaten er ikke gyldig: " + area.valid() + ".",
                    "The area is not valid: " + area.valid() + ".",
                    "Tegn flaten på nytt uten at kantene krysser hverandre.",
                    "Draw the area again without edges that cross.");
        }
        if (outsideM2 == null || outsideM2 > 0) {
            long share = outsideM2 == null ? 100 : Math.max(1, Math.round(100 * outsideM2 / area.areaM2()));
            throw fault(
                    share + " % av flaten ligger utenfor " + municipality.name() + ".",
                    share + " % of the area lies outside " + municipality.name() + ".",
                    "En kommune retter bare sin egen grunn: hold flaten innenfor kommunegrensen.",
                    "A municipality corrects its own ground only: keep the area inside the border.");
        }
        return area.wkb();
    }

    private static void text(String key, String name, String value) {
        if (value.isBlank() || value.length() > MOST_LETTERS) {
            throw fault(
                    name + " («" + key + "») mangler eller er for lang.",
                    "'" + key + "' is missing or too long.",
                    "Skriv fra 1 til " + MOST_LETTERS + " tegn.",
                    "Write 1 to " + MOST_LETTERS + " letters.");
        }
    }

    private static CorrectionFault noSuch(long id) {
        return new CorrectionFault(
                Code.NO_SUCH_CORRECTION,
                new Text("Det finnes ingen rettelse " + id + ".", "There is no correction " + id + "."),
                new Text("Se listen på /api/corrections.", "See the list at /api/corrections."));
    }

    private static CorrectionFault fault(String nb, String en, String remedyNb, String remedyEn) {
        return new CorrectionFault(Code.NOT_VALID, new Text(nb, en), new Text(remedyNb, remedyEn));
    }
}
