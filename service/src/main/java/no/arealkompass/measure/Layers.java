package no.arealkompass.measure;

import java.util.ArrayList;
import java.util.List;
import no.arealkompass.strategy.Where;
import org.jspecify.annotations.Nullable;

/**
 * A dataset version as measuring sees it: its layers, and how complete it is.
 *
 * @param id dataset_version.id
 * @param classProperty the property its classes come from; empty when it has none or does not say
 * @param omitsBelowM2 objects smaller than this are missing; 0 when it is complete
 */
record Layers(long id, String dataset, String classProperty, double omitsBelowM2, List<Layer> all) {

    /**
     * @param type the class; null stands for all classes of lines or points together
     * @param shape read where only the shape matters: dissolved polygons, lines, points
     * @param each read where each feature matters
     */
    record Layer(int id, @Nullable String type, boolean shape, boolean each) {}

    /** Whether it leaves small objects out. */
    boolean coarse() {
        return omitsBelowM2 > 0;
    }

    /** Whether this version is classified by the property that the question names. */
    boolean knows(String property) {
        return property.isEmpty() || classProperty.isEmpty() || property.equals(classProperty);
    }

    List<Integer> shapes(Where where) {
        return chosen(all.stream().filter(Layer::shape).toList(), where);
    }

    List<Integer> each(Where where) {
        return chosen(all.stream().filter(Layer::each).toList(), where);
    }

    private static List<Integer> chosen(List<Layer> layers, Where where) {
        List<Integer> together = new ArrayList<>();
        List<Integer> chosen = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer.type() == null) {
                together.add(layer.id());
            } else if (where.isAll() || where.values().contains(layer.type())) {
                chosen.add(layer.id());
            }
        }
        return where.isAll() && !together.isEmpty() ? together : chosen;
    }
}
