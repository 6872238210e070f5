package no.arealkompass.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.arealkompass.dataset.ImportReport.CrsHow;
import no.arealkompass.geo.CrsName;
import org.jspecify.annotations.Nullable;

/**
 * In which CRS the coordinates of a file are taken, and who said so. Never assumed: a file that names none is asked
 * about, with the one exception that the GeoJSON standard makes itself.
 *
 * @param northFirst whether north stands before east in the file; only ever by the word of whoever imports it
 */
record FileCrs(int epsg, boolean northFirst, CrsHow how) {
    private static final String NORTH_FIRST = " NE";

    String name() {
        return "EPSG:" + epsg + (northFirst ? NORTH_FIRST : "");
    }

    /**
     * Decides.
     *
     * @param stated the CRS the file names, or null
     * @param standard whether the format settles the CRS where the file names none
     * @param answer what whoever imports the file says, if asked
     * @throws Refused CRS_NEEDED or CRS_NOT_KNOWN
     */
    static FileCrs of(@Nullable String stated, boolean standard, Optional<String> answer) {
        Optional<CrsName> fromFile = stated == null || stated.isBlank() ? Optional.empty() : CrsName.read(stated);
        if (answer.isPresent()) {
            return answered(answer.get(), fromFile, standard);
        }
        if (fromFile.isPresent()) {
            return new FileCrs(fromFile.get().epsg(), false, CrsHow.FILE);
        }
        if (standard) {
            return new FileCrs(4326, false, CrsHow.RFC7946);
        }
        throw stated == null || stated.isBlank()
                ? new Refused("CRS_NEEDED", Map.of())
                : new Refused("CRS_NOT_KNOWN", Map.of("crs", first(stated)));
    }

    /** @throws Refused CRS_NOT_KNOWN */
    static FileCrs read(String answer) {
        return answered(answer, Optional.empty(), false);
    }

    private static FileCrs answered(String answer, Optional<CrsName> fromFile, boolean standard) {
        boolean northFirst = answer.toUpperCase(Locale.ROOT).endsWith(NORTH_FIRST);
        String name = northFirst ? answer.substring(0, answer.length() - NORTH_FIRST.length()) : answer;
        int epsg = CrsName.read(name)
                .orElseThrow(() -> new Refused("CRS_NOT_KNOWN", Map.of("crs", first(answer))))
                .epsg();
        if (!northFirst && fromFile.isPresent() && fromFile.get().epsg() == epsg) {
            return new FileCrs(epsg, false, CrsHow.FILE);
        }
        boolean against = fromFile.isPresent() || standard;
        return new FileCrs(epsg, northFirst, against ? CrsHow.CALLER_AGAINST_FILE : CrsHow.CALLER);
    }

    static String first(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() > 100 ? line.substring(0, 100) + "…" : line;
    }
}
