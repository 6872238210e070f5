package no.arealkompass.dataset;

import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Delivery.State;
import no.arealkompass.dataset.DeliveryRefused.Why;
import no.arealkompass.yaml.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Files that are handed in, examined without anything being stored, and then imported or cancelled. The work is done in
 * the background; whoever asks is told how far it has come. Every method throws
 * {@link no.arealkompass.access.AccessDenied} when the caller may not import.
 */
@Service
public class Deliveries {
    private final Catalogue catalogue;
    private final Spool spool;
    private final DeliveryRepository deliveries;
    private final IssueRepository issues;
    private final StagingRepository staging;
    private final DeliveryWork work;
    private final Rules rules;

    Deliveries(
            Catalogue catalogue,
            Spool spool,
            DeliveryRepository deliveries,
            IssueRepository issues,
            StagingRepository staging,
            DeliveryWork work,
            @Value("${areal.import.open:20}") int open,
            @Value("${areal.import.lasts:24h}") Duration lasts) {
        this.catalogue = catalogue;
        this.spool = spool;
        this.deliveries = deliveries;
        this.issues = issues;
        this.staging = staging;
        this.work = work;
        this.rules = new Rules(open, lasts);
    }

    /**
     * @param open deliveries one caller may have at a time that are not yet imported
     * @param lasts how long a delivery lasts
     */
    private record Rules(int open, Duration lasts) {}

    /**
     * Takes in a file and has it examined.
     *
     * @param fileName as the caller calls it
     * @throws DeliveryRefused TOO_MANY, TOO_LARGE or BAD_CHOICE
     */
    public Delivery receive(Caller caller, InputStream content, String fileName, Choices choices) {
        Access.require(caller, Operation.IMPORT);
        requireDescribed(choices);
        if (deliveries.open(caller.name()) >= rules.open()) {
            throw new DeliveryRefused(
                    Why.TOO_MANY,
                    new Text(
                            "Du har alt " + rules.open() + " leveranser som venter.",
                            "You have " + rules.open() + " deliveries waiting already."),
                    new Text("Importer eller avbryt noen av dem.", "Import or cancel some of them."));
        }
        UUID id = UUID.randomUUID();
        deliveries.add(id, caller, plain(fileName), keep(id, content), choices, rules.lasts());
        work.start(id);
        return get(caller, id);
    }

    private Spool.Spooled keep(UUID id, InputStream content) {
        try {
            return spool.keep(id, content);
        } catch (Refused e) {
            ImportIssue issue = Found.of(e.issue()).told(0);
            throw new DeliveryRefused(Why.TOO_LARGE, issue.message(), issue.remedy());
        }
    }

    /** The last part of a name, without what has no place in one. */
    private static String plain(String fileName) {
        String last = fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        String named = plain.isEmpty() ? "?" : plain;
        return named.length() > 200 ? named.substring(named.length() - 200) : named;
    }

    /** One delivery, with how far the work on it has come. @throws DeliveryRefused UNKNOWN */
    public Delivery get(Caller caller, UUID id) {
        Access.require(caller, Operation.IMPORT);
        return work.seen(deliveries.find(id).orElseThrow(() -> unknown(id)));
    }

    /** All deliveries that the caller may see, its own or everyone's; newest first. */
    public List<Delivery> all(Caller caller) {
        Access.require(caller, Operation.IMPORT);
        return deliveries.all().stream().map(work::seen).toList();
    }

    /** The same, but waits until no work on it is going on, at most so long. @throws DeliveryRefused UNKNOWN */
    public Delivery await(Caller caller, UUID id, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        Delivery now = get(caller, id);
        while (now.state().busy() && System.nanoTime() < end) {
            work.await(id, Duration.ofNanos(end - System.nanoTime()));
            now = get(caller, id);
        }
        return now;
    }

    /**
     * Takes in what the caller says about the file, and has it examined again.
     *
     * @throws DeliveryRefused UNKNOWN, NOT_NOW or BAD_CHOICE
     */
    public Delivery choose(Caller caller, UUID id, Choices choices) {
        get(caller, id);
        requireDescribed(choices);
        if (!deliveries.choose(id, choices)) {
            throw notNow(
                    new Text(
                            "Leveransen er alt importert eller under import.",
                            "The delivery is imported already, or being imported."),
                    new Text(
                            "Lever filen på nytt for å velge annerledes.",
                            "Hand in the file again to choose otherwise."));
        }
        work.restart(id);
        return get(caller, id);
    }

    /** Has the delivery imported as it was examined. @throws DeliveryRefused UNKNOWN or NOT_NOW */
    public Delivery take(Caller caller, UUID id) {
        Delivery delivery = get(caller, id);
        if (!deliveries.change(id, State.READY, State.IMPORTING)) {
            throw notNow(notReady(delivery), remedy(delivery));
        }
        work.start(id);
        return get(caller, id);
    }

    private static Text notReady(Delivery delivery) {
        return switch (delivery.state()) {
            case READING -> new Text("Filen undersøkes ennå.", "The file is still being examined.");
            case ASKING -> new Text("Noe må avklares først.", "Something must be answered first.");
            case REFUSED ->
                new Text(
                        "Filen har feil og kan ikke importeres slik.",
                        "The file has faults and cannot be imported so.");
            default ->
                new Text(
                        "Filen er alt importert eller under import.",
                        "The file is imported already, or being imported.");
        };
    }

    private static Text remedy(Delivery delivery) {
        Examination found = delivery.examination();
        if (delivery.state() == State.ASKING && found != null) {
            String open = found.questions().stream().map(Enum::name).collect(Collectors.joining(", "));
            return new Text("Svar på: " + open + ".", "Answer: " + open + ".");
        }
        return delivery.state() == State.REFUSED
                ? new Text("Rett feilene, eller godta reparasjonene.", "Mend the faults, or accept the repairs.")
                : new Text("Vent til den er undersøkt.", "Wait until it is examined.");
    }

    /** Removes a delivery and its file. @throws DeliveryRefused UNKNOWN, or NOT_NOW while it is being imported */
    public void cancel(Caller caller, UUID id) {
        if (get(caller, id).state() == State.IMPORTING) {
            throw notNow(
                    new Text("Filen er under import.", "The file is being imported."),
                    new Text("Vent til den er ferdig.", "Wait until that is done."));
        }
        work.cancel(id);
        deliveries.remove(id);
        spool.remove(id);
    }

    /** What is wrong with the file: blocking issues first, in the order of the file. @throws DeliveryRefused UNKNOWN */
    public List<ImportIssue> issues(Caller caller, UUID id) {
        get(caller, id);
        return issues.of(id);
    }

    /**
     * Some objects of the file, simplified, as a GeoJSON feature collection (EPSG:4326): how they would lie if the file
     * were in this CRS.
     *
     * @param crs as in {@link Choices#crs}
     * @throws DeliveryRefused UNKNOWN or BAD_CHOICE
     */
    public String objects(Caller caller, UUID id, String crs) {
        get(caller, id);
        return deliveries.objects(id, known(crs));
    }

    private FileCrs known(String crs) {
        try {
            FileCrs read = FileCrs.read(crs);
            if (staging.knowsCrs(read.epsg())) {
                return read;
            }
            throw new Refused("CRS_NOT_KNOWN", java.util.Map.of("crs", crs));
        } catch (Refused e) {
            ImportIssue issue = Found.of(e.issue()).told(0);
            throw new DeliveryRefused(Why.BAD_CHOICE, issue.message(), issue.remedy());
        }
    }

    /** Takes up what a process that died has left, and from now on removes what has expired. Called once, at start. */
    public void resume(Caller caller) {
        Access.require(caller, Operation.IMPORT);
        Set<UUID> known = new HashSet<>();
        deliveries.all().forEach(delivery -> known.add(delivery.id()));
        spool.removeAllBut(known);
        work.resume();
    }

    private void requireDescribed(Choices choices) {
        try {
            catalogue.requireDescribed(choices, false);
        } catch (IllegalArgumentException e) {
            throw new DeliveryRefused(
                    Why.BAD_CHOICE,
                    new Text(
                            "Det finnes ikke noe slikt datasett eller en slik kilde: " + choices.dataset() + " / "
                                    + choices.source() + ".",
                            "There is no such dataset or source: " + choices.dataset() + " / " + choices.source()
                                    + "."),
                    new Text("Se listen på /api/datasets.", "See the list at /api/datasets."));
        }
        if (choices.crs() != null) {
            known(choices.crs());
        }
        choices.plan().fault().ifPresent(fault -> {
            throw new DeliveryRefused(Why.BAD_CHOICE, fault.what(), fault.remedy());
        });
    }

    private static DeliveryRefused unknown(UUID id) {
        return new DeliveryRefused(
                Why.UNKNOWN,
                new Text("Det finnes ingen leveranse " + id + ".", "There is no delivery " + id + "."),
                new Text(
                        "Den kan være avbrutt eller utløpt. Lever filen på nytt.",
                        "It may have been cancelled, or expired. Hand in the file again."));
    }

    private static DeliveryRefused notNow(Text message, Text remedy) {
        return new DeliveryRefused(Why.NOT_NOW, message, remedy);
    }
}
