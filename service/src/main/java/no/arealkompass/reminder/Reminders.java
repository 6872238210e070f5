package no.arealkompass.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import no.arealkompass.access.Access;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Region;
import no.arealkompass.geo.Bbox;
import no.arealkompass.mail.Mail;
import no.arealkompass.measure.Measurer;
import no.arealkompass.site.Confirmation;
import no.arealkompass.site.Freshness;
import no.arealkompass.site.Site;
import no.arealkompass.site.Sites;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Published sites that nobody has confirmed for a while, by owner municipality, and the mail about them. */
@Component
public class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private final Sites sites;
    private final Datasets datasets;
    private final Measurer measurer;
    private final ReminderRepository repository;
    private final Mail mail;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final int repeatDays;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Reminders(
            Sites sites,
            Datasets datasets,
            Measurer measurer,
            ReminderRepository repository,
            Mail mail,
            Audit audit,
            TransactionTemplate transaction,
            @Value("${areal.mail.repeat-days}") int repeatDays,
            Clock clock) {
        this.sites = sites;
        this.datasets = datasets;
        this.measurer = measurer;
        this.repository = repository;
        this.mail = mail;
        this.audit = audit;
        this.transaction = transaction;
        this.repeatDays = repeatDays;
        this.clock = clock;
    }

    /** What became of an attempt. */
    public enum Outcome {
        SENT,
        FAILED
    }

    /** An attempt to remind of a site. */
    public record Attempt(Instant at, Outcome outcome, String to, String detail) {}

    /**
     * A site that should be confirmed.
     *
     * @param municipality the owner: where most of the site lies; null when it lies in none
     * @param share the owner's share of the site's area, 0..1
     * @param last the newest attempt to remind of it; null when there was none
     * @param due whether the next sending includes it
     */
    public record Item(
            String site,
            String name,
            @Nullable String municipality,
            String municipalityName,
            double share,
            Freshness freshness,
            @Nullable LocalDate confirmedOn,
            @Nullable Attempt last,
            boolean due) {}

    /**
     * The sites to be confirmed.
     *
     * @param configured whether mail can be sent at all
     * @param items oldest first
     * @param withoutAddress municipalities with due sites and no address in the region file
     */
    public record Listed(boolean configured, List<Item> items, List<String> withoutAddress) {}

    /** One mail to a municipality. */
    public record Mailing(String municipality, String to, Outcome outcome, int sites, String detail) {}

    /** What should be confirmed, oldest first. */
    public Listed list(Caller caller) {
        Access.require(caller, Operation.EDIT_SITES);
        var items = items(caller);
        var addresses = addresses(caller);
        var without = items.stream()
                .filter(item -> item.due() && address(addresses, item).isEmpty())
                .map(Item::municipalityName)
                .distinct()
                .sorted()
                .toList();
        return new Listed(mail.configured(), items, without);
    }

    /**
     * Sends one mail to each municipality that has an address and sites which were not sent lately. A mail that fails
     * stops no other; its sites stay due. Without a mail server nothing is sent.
     */
    public List<Mailing> send(Caller caller) {
        Access.require(caller, Operation.EDIT_SITES);
        if (!mail.configured()) {
            return List.of();
        }
        oneAtATime.lock();
        try {
            var addresses = addresses(caller);
            Map<String, List<Item>> byMunicipality = items(caller).stream()
                    .filter(item -> item.due() && !address(addresses, item).isEmpty())
                    .collect(Collectors.groupingBy(
                            item -> String.valueOf(item.municipality()), LinkedHashMap::new, Collectors.toList()));
            var mails = new ArrayList<Mailing>();
            byMunicipality.forEach(
                    (number, items) -> mails.add(send(caller, items, address(addresses, items.getFirst()))));
            return mails;
        } finally {
            oneAtATime.unlock();
        }
    }

    private Mailing send(Caller caller, List<Item> items, String to) {
        var mailing = mailed(items, to);
        var object = "municipality/" + mailing.municipality();
        transaction.executeWithoutResult(status -> {
            repository.record(items, mailing, clock.instant(), caller);
            audit.record(
                    caller, "reminder.send", object, null, mailing.outcome().name(), "");
        });
        return mailing;
    }

    private Mailing mailed(List<Item> items, String to) {
        var number = String.valueOf(items.getFirst().municipality());
        var name = items.getFirst().municipalityName();
        try {
            mail.send(to, ReminderText.subject(items.size()), ReminderText.body(name + " kommune", items, mail.page()));
            return new Mailing(number, to, Outcome.SENT, items.size(), "");
        } catch (MailException e) {
            var why = Mail.why(e, "");
            LOG.warn("The reminder to municipality {} could not be sent: {}", number, why);
            return new Mailing(number, to, Outcome.FAILED, items.size(), why);
        }
    }

    private List<Item> items(Caller caller) {
        var old = sites.list(caller, Bbox.WORLD, Integer.MAX_VALUE, 0).stream()
                .filter(site -> site.publication() == Site.Publication.PUBLISHED)
                .filter(site -> sites.freshness(site).state() != Freshness.State.FRESH)
                .toList();
        var shares = shares(caller, old);
        var names = datasets.region(caller).municipalities().stream()
                .collect(Collectors.toMap(Region.Municipality::number, Region.Municipality::name));
        var newest = repository.newest();
        var sent = repository.newestSent();
        return old.stream()
                .map(site -> item(site, owner(shares.getOrDefault(site.versionId(), Map.of())), names, newest, sent))
                .sorted(Comparator.comparingInt((Item item) -> -item.freshness().days())
                        .thenComparing(Item::name))
                .toList();
    }

    private Item item(
            Site site,
            Optional<Map.Entry<String, Double>> owner,
            Map<String, String> names,
            Map<String, Attempt> newest,
            Map<String, Attempt> sent) {
        Confirmation confirmation = site.confirmation();
        var number = owner.map(Map.Entry::getKey).orElse(null);
        return new Item(
                site.id(),
                site.name(),
                number,
                number == null ? "" : names.getOrDefault(number, number),
                owner.map(Map.Entry::getValue).orElse(0.0),
                sites.freshness(site),
                confirmation == null ? null : confirmation.on(),
                newest.get(site.id()),
                isDue(sent.get(site.id())));
    }

    private boolean isDue(@Nullable Attempt sent) {
        return sent == null || !sent.at().plus(Duration.ofDays(repeatDays)).isAfter(clock.instant());
    }

    private static Optional<Map.Entry<String, Double>> owner(Map<String, Double> shares) {
        return shares.entrySet().stream().max(Map.Entry.comparingByValue());
    }

    private Map<Long, Map<String, Double>> shares(Caller caller, List<Site> of) {
        var inUse = datasets.inUse(caller);
        return datasets.all(caller).stream()
                .filter(d -> d.role() == DatasetRole.MUNICIPALITIES)
                .map(Dataset::id)
                .map(inUse::get)
                .filter(java.util.Objects::nonNull)
                .map(DatasetVersion::id)
                .findFirst()
                .map(version -> measurer.shares(of.stream().map(Site::versionId).toList(), version))
                .orElse(Map.of());
    }

    private Map<String, String> addresses(Caller caller) {
        return datasets.region(caller).municipalities().stream()
                .collect(Collectors.toMap(Region.Municipality::number, Region.Municipality::mail));
    }

    private static String address(Map<String, String> addresses, Item item) {
        var number = item.municipality();
        return number == null ? "" : addresses.getOrDefault(number, "");
    }
}
