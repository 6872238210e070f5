package no.arealkompass.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document for A4 paper: words, tables and pictures in reading order, in one language. What it looks like is the
 * template's business, so that every document of the service looks the same.
 *
 * @param language nb or en
 * @param title what the document is, also its title in the PDF
 * @param subject what it is about, under the title
 * @param about one line about when and by what it was made
 * @param mark the foot of every page: the id of the document and what proves it
 * @param identifier the document's own id, put into its metadata; never two documents with one id
 * @param cover a first page of its own; null where the first part begins on the first page
 * @param watermark stands across every page, for whom it was made; empty for everyone
 */
public record Sheet(
        String language,
        String title,
        String subject,
        String about,
        String mark,
        String identifier,
        List<Part> parts,
        @Nullable Cover cover,
        String watermark) {

    /** A document for everyone, without a cover. */
    public Sheet(
            String language,
            String title,
            String subject,
            String about,
            String mark,
            String identifier,
            List<Part> parts) {
        this(language, title, subject, about, mark, identifier, parts, null, "");
    }

    /**
     * A first page that presents: title and subject on a band, a picture, the figures that count, and where more is.
     *
     * @param house whose document it is
     * @param figures at most four
     * @param code a picture of an address, for telephones
     */
    public record Cover(
            String house,
            @Nullable Picture picture,
            List<Figure> figures,
            List<String> lines,
            @Nullable Picture code) {}

    /** A figure that counts, with its name and what must be known beside it. */
    public record Figure(String label, String value, String more) {}

    /**
     * A part under a heading.
     *
     * @param newPage whether it begins on a page of its own
     */
    public record Part(String heading, boolean newPage, List<Block> blocks) {}

    /** What stands under a heading. The kind names the form the template gives it. */
    public sealed interface Block {
        /** How the template knows it. */
        default String kind() {
            return getClass().getSimpleName();
        }
    }

    /** A sentence or a few. */
    public record Words(String text, Tone tone) implements Block {
        public Words(String text) {
            this(text, Tone.PLAIN);
        }
    }

    /** How words stand out; colour is never alone, each outcome is also a word and a sign. */
    public enum Tone {
        PLAIN,
        SMALL,
        LEAD,
        FOLLOWS,
        DEVIATES,
        UNDECIDED;

        /** The class of the style sheet. */
        public String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A list with numbers of its own: the ones on the map. */
    public record Numbered(List<Item> items) implements Block {}

    /** One line of a numbered list. */
    public record Item(String number, String text, String more) {}

    /**
     * A picture.
     *
     * @param png the bytes of a PNG
     * @param alternative what it shows, for who does not see it
     * @param beside whether the following blocks stand beside it; otherwise it takes the width of the page
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    public record Picture(byte[] png, String alternative, String caption, boolean beside) implements Block {
        /** The picture inside the markup. */
        public String address() {
            return "data:image/png;base64," + java.util.Base64.getEncoder().encodeToString(png);
        }
    }

    /**
     * A table. Its first row is repeated on every page it takes; a row is never cut.
     *
     * @param caption what the table holds
     */
    public record Table(String caption, List<Column> columns, List<Row> rows) implements Block {
        /** A table of plain text whose first column names the rows. @throws IllegalArgumentException for a ragged row */
        public static Table of(String caption, List<String> header, List<List<String>> rows) {
            for (List<String> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException("A row has " + row.size() + " cells, not " + header.size());
                }
            }
            var columns =
                    header.stream().map(title -> new Column(title, 0, false)).toList();
            return new Table(
                    caption,
                    columns,
                    rows.stream()
                            .map(row -> new Row(row.stream().map(Cell::of).toList()))
                            .toList());
        }
    }

    /**
     * A column.
     *
     * @param percent of the table's width; 0 = as wide as it needs
     * @param number whether its cells are numbers, which stand to the right
     */
    public record Column(String title, int percent, boolean number) {
        /** The class of the style sheet. */
        public String style() {
            return (number ? "number " : "") + (percent == 0 ? "" : "w" + percent);
        }
    }

    /**
     * A row; its first cell names it.
     *
     * @param heads whether it is the heading of the rows below it: one cell as wide as the table
     */
    public record Row(List<Cell> cells, boolean heads) {
        public Row(List<Cell> cells) {
            this(cells, false);
        }

        /** A heading of the rows below it. */
        public static Row heading(String text) {
            return new Row(List.of(Cell.of(text)), true);
        }

        static Row of(String... cells) {
            return new Row(Arrays.stream(cells).map(Cell::of).toList());
        }
    }

    /** The lines of a cell. The first one counts, the others explain it. */
    public record Cell(String first, List<String> more) {
        public static Cell of(String text) {
            return new Cell(text, List.of());
        }

        static Cell of(String first, @Nullable String... more) {
            return new Cell(
                    first,
                    Arrays.stream(more)
                            .filter(Objects::nonNull)
                            .filter(line -> !line.isBlank())
                            .toList());
        }
    }
}
