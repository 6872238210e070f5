package no.arealkompass.geo;

import java.util.Map;
import no.arealkompass.geo.GeometryFault.Code;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The outline of a site or a drawn area: valid, not empty, always in the storage CRS (metres; EPSG:25833 unless the
 * region says otherwise), whose number the geometry carries as its SRID.
 *
 * @param geometry the outline; treat as unchangeable, as JTS geometries could be changed from outside
 */
public record Footprint(MultiPolygon geometry) {
    /** @throws GeometryFault when the outline is empty, not finite or not valid */
    public Footprint {
        Geo.requireUsable(geometry);
    }

    /**
     * A footprint from a polygon or multipolygon in the storage CRS.
     *
     * @param srid EPSG code of the storage CRS, which the coordinates must already be in
     * @throws GeometryFault when it is no area, empty, not finite or not valid
     */
    public static Footprint of(Geometry area, int srid) {
        MultiPolygon outline = switch (area) {
            case MultiPolygon many -> (MultiPolygon) many.copy();
            case Polygon one -> one.getFactory().createMultiPolygon(new Polygon[] {(Polygon) one.copy()});
            default -> throw new GeometryFault(Code.NOT_AREA, Map.of("type", area.getGeometryType()), null);
        };
        outline.setSRID(srid);
        return new Footprint(outline);
    }

    /** A footprint from well-known binary, as PostGIS gives it. */
    public static Footprint ofWkb(byte[] wkb, int srid) {
        return of(Geo.fromWkb(wkb, srid), srid);
    }

    /** Well-known binary, two-dimensional, without SRID. */
    public byte[] wkb() {
        return Geo.toWkb(geometry);
    }

    /** EPSG code of the storage CRS. */
    public int srid() {
        return geometry.getSRID();
    }

    /** Area in dekar (1 daa = 1,000 m²), measured in the plane of the storage CRS. */
    public double areaDaa() {
        return geometry.getArea() / 1000;
    }
}
