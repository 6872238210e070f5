package no.arealkompass.dataset;

import java.time.LocalDate;
import no.arealkompass.dataset.Correction.Kind;
import org.locationtech.jts.geom.Geometry;

/**
 * A correction as it is asked for; what each part means stands at {@link Correction}.
 *
 * @param area polygon or multipolygon in longitude and latitude (CRS84)
 */
public record CorrectionDraft(
        String dataset,
        String municipality,
        Kind kind,
        String objectClass,
        Geometry area,
        String reason,
        String statedBy,
        LocalDate on,
        String source) {}
