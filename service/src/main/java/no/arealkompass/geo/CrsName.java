package no.arealkompass.geo;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.referencing.CRS;

/**
 * The name of a coordinate system as a file states it, brought down to the EPSG code of its horizontal part. This
 * class reads names; it never transforms a coordinate (GeoTools is metres wrong far from a zone, so PostGIS does that).
 *
 * @param epsg EPSG code whose axes run east, north (for 4326: longitude, latitude in PostGIS)
 * @param axes the order of axes that the stated name declares; many files ignore it, so it is told, not obeyed
 */
public record CrsName(int epsg, Axes axes) {
    /** Order of the horizontal axes. */
    public enum Axes {
        EAST_NORTH,
        NORTH_EAST
    }

    /** Codes that mean the same ground coordinates: with heights (5972…) or north before east (3044…). */
    private static final Map<Integer, Integer> SAME_GROUND =
            Map.of(5972, 25832, 5973, 25833, 5975, 25835, 3044, 25832, 3045, 25833, 3047, 25835);

    private static final Pattern CODE = Pattern.compile(
            "(?:EPSG:{1,2}|URN:OGC:DEF:CRS:EPSG:[0-9.]*:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/EPSG/[0-9.]+/"
                    + "|HTTP://WWW\\.OPENGIS\\.NET/GML/SRS/EPSG\\.XML#)(\\d{4,6})");
    private static final Pattern CRS84 = Pattern.compile(
            "(?:URN:OGC:DEF:CRS:OGC:[0-9.]*:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/OGC/[0-9.]+/|OGC:)CRS84");

    /**
     * Reads {@code EPSG:25833}, a URN or address of one, CRS84, or well-known text (version 1, as in a .prj file).
     *
     * @return empty when the text names no system that has an EPSG code; never a guess
     */
    public static Optional<CrsName> read(String text) {
        String name = text.strip();
        String upper = name.toUpperCase(Locale.ROOT);
        if (CRS84.matcher(upper).matches()) {
            return Optional.of(new CrsName(4326, Axes.EAST_NORTH));
        }
        Matcher code = CODE.matcher(upper);
        try {
            return code.matches() ? ofCode(Integer.parseInt(code.group(1))) : ofWkt(name);
        } catch (FactoryException e) {
            return Optional.empty(); // not a name GeoTools' EPSG database knows: the caller asks for it
        }
    }

    private static Optional<CrsName> ofCode(int code) throws FactoryException {
        return Optional.of(new CrsName(horizontal(code), axes(CRS.decode("EPSG:" + code))));
    }

    private static Optional<CrsName> ofWkt(String wkt) throws FactoryException {
        if (!wkt.contains("[")) {
            return Optional.empty();
        }
        CoordinateReferenceSystem stated = CRS.parseWKT(wkt);
        CoordinateReferenceSystem ground = CRS.getHorizontalCRS(stated);
        Integer code = ground == null ? null : CRS.lookupEpsgCode(ground, true);
        return code == null ? Optional.empty() : Optional.of(new CrsName(horizontal(code), axes(stated)));
    }

    /** Whether the coordinates are degrees. */
    public boolean isInDegrees() {
        try {
            return CRS.decode("EPSG:" + epsg) instanceof GeographicCRS;
        } catch (FactoryException e) {
            return false; // read() found the code, so it is there
        }
    }

    private static int horizontal(int code) throws FactoryException {
        Integer same = SAME_GROUND.get(code);
        if (same != null) {
            return same;
        }
        CoordinateReferenceSystem stated = CRS.decode("EPSG:" + code, true);
        CoordinateReferenceSystem ground = CRS.getHorizontalCRS(stated);
        Integer found = ground == null || ground == stated ? null : CRS.lookupEpsgCode(ground, true);
        return found == null ? code : SAME_GROUND.getOrDefault(found, found);
    }

    private static Axes axes(CoordinateReferenceSystem stated) {
        CoordinateReferenceSystem ground = CRS.getHorizontalCRS(stated);
        return CRS.getAxisOrder(ground == null ? stated : ground) == CRS.AxisOrder.NORTH_EAST
                ? Axes.NORTH_EAST
                : Axes.EAST_NORTH;
    }
}
