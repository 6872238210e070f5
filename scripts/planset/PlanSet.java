import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a made-up set of municipal plans for the six municipalities, with deviations of every kind planted in it, and the
 * findings that the plan check must report of it: those and no others.
 *
 * <p>{@code areal planset SEED FOLDER}. The same seed gives the same bytes; another seed moves and
 * resizes things. Everything is made of rectangles with whole metres in EPSG:25833, so every expected area is plain
 * arithmetic: this program knows neither PostGIS nor the service, and takes nothing from them but the strategy's numbers.
 */
public final class PlanSet {
    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3 || !args[0].matches("-?[0-9]{1,18}")) {
            System.err.println("Say: areal planset SEED FOLDER   (SEED is a whole number)");
            System.exit(2);
        }
        var samples = Path.of(args.length == 3 ? args[2] : "gis-data/samples/kongsvingerregionen");
        var municipalities = samples.resolve("kommuner.geojson");
        if (!Files.isReadable(municipalities)) {
            System.err.println("There is no " + municipalities + ". Say where the sample region is, after the folder.");
            System.exit(2);
        }
        var world = new World(Long.parseLong(args[0]));
        var expected = new Oracle(world).expected();
        var folder = Files.createDirectories(Path.of(args[1]));
        new Writer(folder).write(world, expected, Files.readAllBytes(municipalities));
        System.out.printf(
                "%d plan versions, %d sites and %d reference objects, all made up, in %s%n",
                world.plans.size(), world.sites.size(), world.themes.size(), folder);
    }

    private PlanSet() {}
}
