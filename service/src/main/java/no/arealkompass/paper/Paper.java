package no.arealkompass.paper;

import java.time.Instant;
import java.util.List;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.plan.NoSuchPlan;
import no.arealkompass.plancheck.AreaAccounts;
import org.springframework.stereotype.Service;

/**
 * The way in to documents and pictures. They show what the caller may read and nothing else; the same check gives the same
 * bytes as long as the municipal borders are the same. Every method throws
 * {@link no.arealkompass.access.AccessDenied} when the caller may not.
 */
@Service
public class Paper {
    /** A slide, in pixels. */
    public static final int SLIDE_WIDTH = 1600;

    public static final int SLIDE_HEIGHT = 900;

    /** Maps of a report in pixels, and their lettering: six points on half the width of the page, eight on all of it. */
    private static final int SMALL = 1000;

    private static final int SMALL_LETTERS = 25;
    private static final int LARGE = 1500;
    private static final int LARGE_LETTERS = 22;

    private final CheckScene scenes;
    private final AreaAccounts accounts;
    private final Press press = new Press();

    Paper(CheckScene scenes, AreaAccounts accounts) {
        this.scenes = scenes;
        this.accounts = accounts;
    }

    /**
     * A stored plan check as a report.
     *
     * @param check the document, as the caller was given it
     * @return a PDF, tagged and for the archive
     */
    public byte[] report(Caller caller, String check, Language language, Report report) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var document = CheckDocument.read(check);
        var scene = scenes.of(caller, document);
        return press.print(
                CheckSheet.of(document, language, maps(scene, document.top().size(), language), report),
                Instant.parse(document.body.path("madeAt").asString()));
    }

    static CheckSheet.Maps maps(MapScene scene, int top, Language language) {
        return new CheckSheet.Maps(
                Slide.map(scene.badged(top), language, SMALL, SMALL * 5 / 6, SMALL_LETTERS),
                Slide.map(scene, language, LARGE, LARGE * 5 / 4, LARGE_LETTERS),
                scene.credit());
    }

    /**
     * A stored plan check as a picture for a slide: the verdict, the map and the most important findings.
     *
     * @param check the document, as the caller was given it
     * @return a PNG of this many pixels
     */
    public byte[] slide(Caller caller, String check, Language language, int width, int height) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var document = CheckDocument.read(check);
        var scene = scenes.of(caller, document);
        return Slide.slide(scene, CheckWords.of(document, scene.credit(), language), language, width, height);
    }

    /**
     * The area account of a subject as tables; none where there is no such subject any more.
     *
     * @param subject see {@link no.arealkompass.plan.Plans#subject}
     */
    public List<Sheet.Table> accounts(Caller caller, String subject, Language language) {
        Access.require(caller, Operation.READ_PUBLISHED);
        try {
            return AccountTables.of(accounts.account(caller, subject), language);
        } catch (NoSuchPlan e) {
            return List.of();
        }
    }

    /**
     * Any document of the service as a PDF.
     *
     * @param madeAt the date it carries
     */
    public byte[] print(Caller caller, Sheet sheet, Instant madeAt) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return press.print(sheet, madeAt);
    }

    /** A slide about ground as a PNG of {@link #SLIDE_WIDTH} × {@link #SLIDE_HEIGHT} pixels. */
    public byte[] slide(Caller caller, FactSlide slide) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return slide.png();
    }
}
