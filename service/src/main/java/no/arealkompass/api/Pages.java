package no.arealkompass.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.paper.Language;
import no.arealkompass.present.Presentation;
import no.arealkompass.prospectus.RegionTexts;
import no.arealkompass.prospectus.Story;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Pages that are whole when they leave the server: they need no script, and all have one head, header and footer (page.html).
 * Texts stand in the templates as {@code l.of('norsk', 'English')}, so that neither language can be forgotten.
 */
@Component
class Pages {
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w./~%-]*[\\w/~%-]");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final SpringTemplateEngine templates = templates();
    private final Datasets datasets;
    private final RegionTexts texts;
    private final String version;
    private final String address;

    /** @param address where the service is found, as the operator states it; empty = as the request came */
    Pages(
            Datasets datasets,
            RegionTexts texts,
            @Value("${areal.version}") String version,
            @Value("${areal.mail.page}") String address) {
        this.datasets = datasets;
        this.texts = texts;
        this.version = version;
        this.address = address;
    }

    /** Whom to ask, with the address taken out to be a link. */
    record Contact(String before, String address, String after) {
        static Contact of(String words) {
            var found = ADDRESS.matcher(words);
            return found.find()
                    ? new Contact(words.substring(0, found.start()), found.group(), words.substring(found.end()))
                    : new Contact(words, "", "");
        }
    }

    private static SpringTemplateEngine templates() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("no/arealkompass/api/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /**
     * A page that may be kept but is asked for anew: what is withdrawn is gone at once.
     *
     * @param template name of the file without .html
     * @param model what the template is given beside {@code frame}, {@code l} (the language), {@code region} and {@code contact}
     */
    ResponseEntity<String> page(String template, Frame frame, Map<String, ?> model) {
        var html = render(template, frame, model);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(mark(html))
                .contentType(HTML)
                .body(html);
    }

    /** A page nobody may keep, for what is shown to one reader only. */
    ResponseEntity<String> secret(String template, Frame frame, Map<String, ?> model) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(render(template, frame, model));
    }

    /**
     * The page for what is not there, the same whether it is hidden, gone or never was; it says whom to ask.
     *
     * @param other address of the same page in the other language; empty where there is none
     */
    ResponseEntity<String> nothing(Language language, Said what, Said remedy, String path, String other) {
        var frame = Frame.unlisted(language, said(what, language), said(remedy, language), path, other);
        return ResponseEntity.status(404)
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(render("nothing", frame, Map.of()));
    }

    /** The markup. */
    String render(String template, Frame frame, Map<String, ?> model) {
        var region = datasets.region(Caller.PUBLIC);
        var language = frame.language();
        var all = new HashMap<String, Object>(model);
        all.put("frame", frame);
        all.put("l", language);
        all.put("region", language.of(region.name().nb(), region.name().en()));
        all.put(
                "contact",
                Contact.of(language.of(region.contact().nb(), region.contact().en())));
        all.put("version", version);
        all.put("base", base());
        return templates.process(template, new Context(language.locale(), all));
    }

    /** What a place says of itself; an empty number is the region. */
    Optional<Story> story(String municipality, Language language) {
        return texts.published(Caller.PUBLIC, municipality, language);
    }

    /** What the municipalities of a site say of themselves, and last the region. */
    List<Story> stories(Presentation site, Language language) {
        List<Story> stories = new ArrayList<>();
        site.municipalities().forEach(place -> story(place.number(), language).ifPresent(stories::add));
        story("", language).ifPresent(stories::add);
        return stories;
    }

    /** Where the service is found, without a slash at the end. */
    String base() {
        return address.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : address;
    }

    static String said(Said what, Language language) {
        return language.of(what.nb(), what.en());
    }

    /** Weak, so that the answer may be compressed. */
    static String mark(String body) {
        return mark(body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of bytes. */
    static String mark(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\""
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(digest)
                            .substring(0, 22) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
