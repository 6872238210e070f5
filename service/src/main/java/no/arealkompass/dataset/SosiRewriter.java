package no.arealkompass.dataset;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.arealkompass.dataset.Refused.FileIssue;
import no.arealkompass.geo.Arcs;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of a SOSI file and writes those of its copy, one group at a time: head, attributes, references,
 * coordinates. Coordinates stay as they are written, in the file's own units.
 */
final class SosiRewriter {
    private static final Pattern GROUP = Pattern.compile("\\.([^.\\s:]+)\\s*(\\d+)?\\s*:?.*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,12})?");
    private static final Set<String> TAKEN = Set.of("PUNKT", "KURVE", "LINJE", "FLATE", "TEKST");
    private static final Set<String> DEFINITIONS = Set.of("DEF", "OBJDEF");
    private static final Set<String> ARCS = Set.of("BUEP", "BUE", "SIRKELP");

    private final BufferedWriter out;
    private final ImportLimits.Content limits;
    private final SosiSurfaces surfaces = new SosiSurfaces();
    private final Map<String, String> header = new TreeMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    private long line;
    private long objects;
    private long heights;
    private long arcs;
    private String group = "";
    private long serial = -1;
    private int ordinates;
    private boolean references;
    private boolean skipped;
    private boolean high;
    private int vertices;
    private String @Nullable [] first;
    private String @Nullable [] last;
    private final List<String[]> arc = new ArrayList<>();

    SosiRewriter(BufferedWriter out, ImportLimits.Content limits) {
        this.out = out;
        this.limits = limits;
    }

    /** The character set the header names; null when it names none. */
    @Nullable
    String declaredEncoding() {
        return header.get("TEGNSETT");
    }

    /** The CRS by the national numbers; a number without a CRS comes out as it stands, to be asked about. */
    @Nullable
    String crs() {
        String number = header.get("KOORDSYS");
        if (number == null || !number.matches("\\d{1,3}")) {
            return number == null ? null : "SOSI KOORDSYS " + number;
        }
        int n = Integer.parseInt(number);
        if (n >= 1 && n <= 8) {
            return "EPSG:" + (27390 + n); // NGO 1948, axes I to VIII
        }
        if (n >= 21 && n <= 26) {
            return "EPSG:" + (25810 + n); // EUREF89, UTM zones 31 to 36
        }
        if (n >= 31 && n <= 36) {
            return "EPSG:" + (23000 + n); // ED50, UTM zones 31 to 36
        }
        return n == 84 ? "EPSG:4326" : n == 184 ? "EPSG:4258" : "SOSI KOORDSYS " + n;
    }

    List<FileIssue> notes() {
        List<FileIssue> notes = new ArrayList<>(surfaces.issues());
        if (arcs > 0) {
            notes.add(new FileIssue("ARCS_LINEARISED", false, Map.of("count", arcs)));
        }
        if (heights > 0) {
            notes.add(new FileIssue("HEIGHTS_DROPPED", false, Map.of("count", heights)));
        }
        leftOut.forEach((type, count) ->
                notes.add(new FileIssue("SOSI_LEFT_OUT", false, Map.of("type", "." + type, "count", count))));
        return notes;
    }

    void take(String raw) throws IOException {
        line++;
        String text = withoutComment(raw).replace("\uFEFF", "").strip();
        if (text.isEmpty() || group.equals("SLUTT")) {
            return;
        }
        if (text.startsWith(".") && !text.startsWith("..")) {
            begin(text);
        } else if (text.startsWith("..") && !text.startsWith("...")) {
            attribute(text);
        } else if (ordinates > 0 && !text.startsWith("...")) {
            coordinates(text);
        } else {
            inner(text);
        }
    }

    void end() throws IOException {
        if (!group.equals("SLUTT")) {
            throw new Refused("SOSI_CUT_OFF", Map.of("line", line));
        }
        surfaces.check();
    }

    private void begin(String text) throws IOException {
        finish();
        Matcher found = GROUP.matcher(text);
        if (!found.matches()) {
            throw new Refused("SOSI_LINE", Map.of("line", line, "text", shown(text)));
        }
        skipped = false;
        group = found.group(1).toUpperCase(Locale.ROOT);
        serial = found.group(2) == null ? -1 : serial(found.group(2));
        if (group.equals("HODE")) {
            write(".HODE");
            write("..TEGNSETT ISO8859-1");
        } else if (group.equals("SLUTT")) {
            write(".SLUTT");
        } else {
            if (++objects > limits.objects()) {
                throw new Refused("TOO_MANY_OBJECTS", Map.of("limit", limits.objects()));
            }
            String name = ARCS.contains(group) ? "KURVE" : group.equals("SYMBOL") ? "PUNKT" : group;
            skipped = !TAKEN.contains(name); // the library would give up the whole file
            if (skipped && !DEFINITIONS.contains(group)) {
                leftOut.merge(group, 1, Integer::sum);
            }
            write("." + name + (serial < 0 ? "" : " " + serial) + ":");
        }
    }

    private long serial(String digits) {
        if (digits.length() > 9) {
            throw new Refused("SOSI_LINE", Map.of("line", line, "text", shown(digits)));
        }
        return Long.parseLong(digits);
    }

    /** A line of two dots: coordinates, references, or something that is told of the object. */
    private void attribute(String text) throws IOException {
        String[] words = text.substring(2).split("\\s+", 2);
        String name = words[0].toUpperCase(Locale.ROOT);
        String value = words.length > 1 ? words[1] : "";
        references = false;
        ordinates = 0;
        if (group.equals("HODE")) {
            if (header(name, value)) {
                write(text);
            }
            return;
        }
        if (name.equals("NØ") || name.equals("NØH")) {
            requireHeader();
            ordinates = name.length();
            high |= ordinates == 3;
            if (!isArc()) {
                write(".." + name);
            }
            if (!value.isEmpty()) {
                coordinates(value);
            }
            return;
        }
        references = name.equals("REF") && group.equals("FLATE");
        if (references) {
            surfaces.refer(serial, value, line);
        }
        write(text);
    }

    /** Whether the line of the header goes on: the character set does not, as it is a new one. */
    private boolean header(String name, String value) {
        header.putIfAbsent(name, value);
        return !name.equals("TEGNSETT");
    }

    /** Three dots, or a line that continues the one before. */
    private void inner(String text) throws IOException {
        if (references) {
            surfaces.refer(serial, text, line);
        }
        if (group.equals("HODE") && text.startsWith("...")) {
            String[] words = text.substring(3).split("\\s+", 2);
            header.putIfAbsent(words[0].toUpperCase(Locale.ROOT), words.length > 1 ? words[1].strip() : "");
        }
        if (!(isArc() && ordinates > 0)) {
            write(text);
        }
    }

    private void requireHeader() {
        for (String needed : List.of("TRANSPAR", "ORIGO-NØ", "ENHET")) {
            if (!header.containsKey(needed)) {
                throw new Refused("SOSI_HEADER", Map.of("missing", needed));
            }
        }
    }

    /** One or more positions, north before east, then perhaps what is told of the last of them. */
    private void coordinates(String text) throws IOException {
        String[] words = text.split("\\s+", 0);
        int numbers = 0;
        while (numbers < words.length && NUMBER.matcher(words[numbers]).matches()) {
            numbers++;
        }
        boolean odd = numbers == 0 || numbers % ordinates != 0;
        if (odd || (numbers < words.length && !words[numbers].startsWith("..."))) {
            throw new Refused("SOSI_COORDINATES", Map.of("line", line, "text", shown(text), "each", ordinates));
        }
        for (int i = 0; i < numbers; i += ordinates) {
            String[] position = {words[i], words[i + 1]};
            first = first == null ? position : first;
            last = position;
            if (++vertices > limits.objectVertices()) {
                throw new Refused(
                        "TOO_MANY_VERTICES", Map.of("object", group + " " + serial, "limit", limits.objectVertices()));
            }
            if (isArc()) {
                arc.add(position);
            }
        }
        if (!isArc()) {
            write(text);
        }
    }

    private boolean isArc() {
        return ARCS.contains(group);
    }

    private void finish() throws IOException {
        if (isArc()) {
            writeArc();
        }
        if (first != null && last != null && serial >= 0 && !skipped) {
            surfaces.group(serial, group.equals("FLATE"), first, last);
        }
        heights += high ? 1 : 0;
        high = false;
        ordinates = 0;
        references = false;
        vertices = 0;
        first = null;
        last = null;
        arc.clear();
    }

    private void writeArc() throws IOException {
        if (arc.size() != 3) {
            throw new Refused("SOSI_ARC", Map.of("type", "." + group, "serial", serial, "points", arc.size()));
        }
        arcs++;
        boolean degrees = "EPSG:4326".equals(crs()) || "EPSG:4258".equals(crs());
        double tolerance = (degrees ? Arcs.TOLERANCE_DEGREES : Arcs.TOLERANCE_M) / unit();
        double[] from = position(arc.getFirst());
        double[] over = position(arc.get(1));
        double[] to = position(arc.getLast());
        boolean circle = group.equals("SIRKELP");
        List<double[]> chain = circle ? Arcs.circle(from, over, to, tolerance) : Arcs.after(from, over, to, tolerance);
        if (chain.isEmpty()) {
            throw new Refused("SOSI_ARC", Map.of("type", "." + group, "serial", serial, "points", arc.size()));
        }
        write("..NØ");
        write(String.join(" ", arc.getFirst()));
        for (double[] point : chain.subList(circle ? 1 : 0, chain.size() - 1)) {
            write(String.format(Locale.ROOT, "%.9f %.9f", point[1], point[0]));
        }
        last = circle ? arc.getFirst() : arc.getLast();
        write(String.join(" ", last));
    }

    private double unit() {
        try {
            double unit = Double.parseDouble(header.getOrDefault("ENHET", ""));
            if (unit > 0 && Double.isFinite(unit)) {
                return unit;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Refused("SOSI_HEADER", Map.of("missing", "ENHET"));
    }

    /** East, north. */
    private static double[] position(String[] written) {
        return new double[] {Double.parseDouble(written[1]), Double.parseDouble(written[0])};
    }

    private void write(String text) throws IOException {
        if (skipped) {
            return;
        }
        out.write(Sosi.escaped(text));
        out.write('\n');
    }

    private static String withoutComment(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == '!' && !quoted) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
