package no.arealkompass.dataset;

import java.util.Map;
import java.util.Optional;
import no.arealkompass.dataset.ImportReport.CrsHow;
import no.arealkompass.geo.CrsName;
import org.jspecify.annotations.Nullable;

/**
 * In which CRS the coordinates of a file are taken, and who said so. Never assumed: a file that names none is asked
 * about, with the one exception that the GeoJSON standard makes itself.
 */
record FileCrs(int epsg, CrsHow how) {
    String name() {
        return "EPSG:" + epsg;
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
            int epsg = CrsName.read(answer.get())
                    .orElseThrow(() -> new Refused("CRS_NOT_KNOWN", Map.of("crs", answer.get())))
                    .epsg();
            if (fromFile.isPresent() && fromFile.get().epsg() == epsg) {
                return new FileCrs(epsg, CrsHow.FILE);
            }
            boolean against = fromFile.isPresent() || standard;
            return new FileCrs(epsg, against ? CrsHow.CALLER_AGAINST_FILE : CrsHow.CALLER);
        }
        if (fromFile.isPresent()) {
            return new FileCrs(fromFile.get().epsg(), CrsHow.FILE);
        }
        if (standard) {
            return new FileCrs(4326, CrsHow.RFC7946);
        }
        throw stated == null || stated.isBlank()
                ? new Refused("CRS_NEEDED", Map.of())
                : new Refused("CRS_NOT_KNOWN", Map.of("crs", first(stated)));
    }

    private static String first(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() > 100 ? line.substring(0, 100) + "…" : line;
    }
}
