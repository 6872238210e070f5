package no.arealkompass.enquiry;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Region;
import no.arealkompass.enquiry.EnquiryMailRepository.Due;
import no.arealkompass.mail.Mail;
import no.arealkompass.site.NoSuchSite;
import no.arealkompass.site.Sites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Tells the region's contact of an enquiry, a municipality of one that was handed over to it, and the sender that it came.
 * Each once; what fails is tried again some hours later, a few times, and stops no other.
 */
@Component
class EnquiryMails {
    private static final Logger LOG = LoggerFactory.getLogger(EnquiryMails.class);
    private static final int ATTEMPTS = 5;
    private static final Duration BETWEEN = Duration.ofHours(1);
    /** What is older is on the list, and no news. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final EnquiryRepository enquiries;
    private final EnquiryMailRepository repository;
    private final EnquirySettings settings;
    private final Datasets datasets;
    private final Sites sites;
    private final Mail mail;
    private final Clock clock;

    EnquiryMails(
            EnquiryRepository enquiries,
            EnquiryMailRepository repository,
            EnquirySettings settings,
            Datasets datasets,
            Sites sites,
            Mail mail,
            Clock clock) {
        this.enquiries = enquiries;
        this.repository = repository;
        this.settings = settings;
        this.datasets = datasets;
        this.sites = sites;
        this.mail = mail;
        this.clock = clock;
    }

    /** Without a mail server nothing is sent; the list is there all the same. */
    int send(Caller caller) {
        if (!mail.configured()) {
            return 0;
        }
        int attempts = 0;
        var now = clock.instant();
        for (var due : repository.due(ATTEMPTS, now.minus(BETWEEN), now.minus(NEWS))) {
            attempts +=
                    enquiries.find(due.enquiry()).map(e -> send(caller, due, e)).orElse(false) ? 1 : 0;
        }
        return attempts;
    }

    private boolean send(Caller caller, Due due, Enquiry enquiry) {
        var to = address(caller, due, enquiry);
        if (to.isEmpty()) {
            return false;
        }
        var text = new EnquiryMailText(enquiry, datasets.region(caller), names(caller, enquiry), mail.page(), settings);
        var begun = repository.begin(due, clock.instant());
        if (begun.isEmpty()) {
            return false;
        }
        try {
            mail.send(to, text.subject(due.toWhom()), text.body(due.toWhom()));
            repository.ended(begun.get(), "", clock.instant());
        } catch (MailException e) {
            var why = Mail.why(e, to);
            LOG.warn("A mail about {} could not be sent: {}", Enquiries.object(enquiry.id()), why);
            repository.ended(begun.get(), why.isBlank() ? "?" : why, clock.instant());
        }
        return true;
    }

    /** Empty where none is known: the list is all there is then. */
    private String address(Caller caller, Due due, Enquiry enquiry) {
        return switch (due.toWhom()) {
            case EnquiryMailText.CONTACT -> settings.mail();
            case EnquiryMailText.SENDER ->
                Optional.ofNullable(enquiry.person()).map(Enquiry.Person::mail).orElse("");
            default ->
                datasets.region(caller).municipalities().stream()
                        .filter(m -> m.number().equals(due.toWhom()))
                        .map(Region.Municipality::mail)
                        .findFirst()
                        .orElse("");
        };
    }

    private List<String> names(Caller caller, Enquiry enquiry) {
        return enquiry.sites().stream().map(id -> name(caller, id)).toList();
    }

    private String name(Caller caller, String site) {
        try {
            return sites.get(caller, site).name();
        } catch (NoSuchSite e) {
            return site;
        }
    }
}
