package no.arealkompass.api;

import java.util.ArrayList;
import java.util.List;
import no.arealkompass.access.Caller;
import no.arealkompass.paper.SiteMaps;
import no.arealkompass.present.Presentation;
import org.springframework.stereotype.Component;

/** The maps of the investor's page: drawn from what is presented, so that what is hidden cannot be on them. */
@Component
class RoomMaps {
    static final int WIDTH = 1120;
    static final int HEIGHT = 620;
    private static final double LETTERS = 17;
    private static final int PREVIEW_WIDTH = 1200;
    private static final int PREVIEW_HEIGHT = 630;
    private static final double PREVIEW_LETTERS = 25;

    private final SiteMaps pictures;

    RoomMaps(SiteMaps pictures) {
        this.pictures = pictures;
    }

    /**
     * A map for the page.
     *
     * @param number of the site that is shown; 0 = all of them
     */
    byte[] page(Caller reader, List<Presentation> sites, int number) {
        return pictures.png(reader, shown(sites, number), WIDTH, HEIGHT, LETTERS);
    }

    /** The picture that goes with a preview of the link. */
    byte[] preview(Caller reader, List<Presentation> sites) {
        return pictures.png(reader, shown(sites, 0), PREVIEW_WIDTH, PREVIEW_HEIGHT, PREVIEW_LETTERS);
    }

    private static List<SiteMaps.Shown> shown(List<Presentation> sites, int number) {
        List<SiteMaps.Shown> shown = new ArrayList<>();
        for (var site : sites) {
            var outline = site.outline();
            if (outline != null && (number == 0 || number == site.number())) {
                shown.add(new SiteMaps.Shown(
                        sites.size() > 1 ? String.valueOf(site.number()) : "",
                        outline.stored(),
                        outline.parts().stream().map(Presentation.Part::stored).toList()));
            }
        }
        return shown;
    }
}
