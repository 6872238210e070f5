package no.arealkompass.api;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.access.AuditTrail;
import no.arealkompass.access.Caller;
import no.arealkompass.enquiry.Enquiries;
import no.arealkompass.paper.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is stored about people, why, how long and who sees it; every figure is the one the service runs with. */
@RestController
class PrivacyController {
    private static final String NB = "/personvern";
    private static final String EN = "/en/privacy";

    private final Pages pages;
    private final Enquiries enquiries;
    private final AuditTrail trail;
    private final Settings settings;
    private final Environment environment;
    private final boolean receipt;

    PrivacyController(
            Pages pages,
            Enquiries enquiries,
            AuditTrail trail,
            Settings settings,
            Environment environment,
            @Value("${areal.enquiry.receipt}") boolean receipt) {
        this.pages = pages;
        this.enquiries = enquiries;
        this.trail = trail;
        this.settings = settings;
        this.environment = environment;
        this.receipt = receipt;
    }

    @GetMapping(NB)
    ResponseEntity<String> norwegian() {
        return page(Language.NB, NB, EN);
    }

    @GetMapping(EN)
    ResponseEntity<String> english() {
        return page(Language.EN, EN, NB);
    }

    private ResponseEntity<String> page(Language l, String path, String other) {
        var frame = Frame.open(
                        l,
                        l.of("Personvern", "Privacy"),
                        l.of(
                                "Hva tjenesten lagrer om personer, hvorfor, hvor lenge, og hvem som ser det.",
                                "What the service stores about people, why, for how long, and who sees it."),
                        path,
                        other)
                .dressed(List.of("/pages/privacy.css"), List.of());
        var facts = new HashMap<String, Object>(Map.of(
                "desk", enquiries.desk(Caller.PUBLIC),
                "linkDays", set("areal.links.keep-days"),
                "auditDays", trail.keepDays(Caller.PUBLIC),
                "receipt", receipt,
                "mail", !set("areal.mail.host").isEmpty(),
                "provider", host(set("areal.oidc.issuer")),
                "maps",
                        host(
                                settings.baseMap() == null
                                        ? ""
                                        : settings.baseMap().url()),
                "session", hours()));
        return pages.page("privacy", frame, facts);
    }

    private String set(String key) {
        return environment.getProperty(key, "");
    }

    /** Whole hours a login may lie idle. */
    private long hours() {
        return environment
                .getProperty("spring.session.timeout", Duration.class, Duration.ofHours(2))
                .toHours();
    }

    /** The host of an address; empty where there is none. */
    private static String host(String address) {
        var host = address.isBlank()
                ? null
                : URI.create(address.replaceAll("[{}]", "")).getHost();
        return host == null ? "" : host;
    }
}
