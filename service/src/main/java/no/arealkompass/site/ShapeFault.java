package no.arealkompass.site;

import java.util.List;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A drawn shape that cannot be used, with what is wrong, where, and what to do. Nothing is repaired. */
public class ShapeFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<DraftFault> faults;

    ShapeFault(List<DraftFault> faults) {
        super(faults.size() + " fault(s), first: " + faults.getFirst());
        this.faults = List.copyOf(faults);
    }

    /** At least one. */
    public List<DraftFault> faults() {
        return faults;
    }

    public DraftFault first() {
        return faults.getFirst();
    }

    /** @param degrees where, longitude and latitude */
    static ShapeFault of(String code, @Nullable Coordinate degrees, Text message, Text remedy) {
        var place = degrees == null ? null : new DraftFault.Place(degrees.x, degrees.y);
        return new ShapeFault(List.of(new DraftFault(code, "footprint", place, true, message, remedy)));
    }

    /** Measuring it would keep the database busy for too long. */
    public static ShapeFault tooComplex() {
        return of(
                "TOO_COMPLEX",
                null,
                new Text(
                        "Området er for sammensatt til å måles mens du tegner.",
                        "The area is too intricate to be measured while you draw."),
                SIMPLIFY);
    }

    static final Text SIMPLIFY = new Text("Forenkle omrisset.", "Simplify the outline.");
}
