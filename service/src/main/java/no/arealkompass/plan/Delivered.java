package no.arealkompass.plan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one plan in a delivery, read as one: what they say of the plan must agree. The plan's own outline decides
 * where it says something; what only other objects say must be the same in all of them.
 */
final class Delivered {
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.BASIC_ISO_DATE,
            DateTimeFormatter.ofPattern("d.M.uuuu"));
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final List<DeliveredObject> outlines;
    private final List<DeliveredObject> all;
    private final TakeOver.Findings findings;

    Delivered(List<DeliveredObject> outlines, List<DeliveredObject> all, TakeOver.Findings findings) {
        this.outlines = outlines;
        this.all = all;
        this.findings = findings;
    }

    /** What is said of the plan under a property; null where nothing is. Contradictions are reported. */
    @Nullable
    String text(String property) {
        var ofOutline = values(outlines, property);
        var ofAll = values(all, property);
        var decisive = ofOutline.isEmpty() ? ofAll : ofOutline;
        if (decisive.size() > 1) {
            findings.fault("FIELD_CONFLICT", last(decisive).objectId(), "field", property, "values", shown(decisive));
        } else if (ofAll.size() > decisive.size()) {
            findings.note("FIELD_DIFFERS", last(ofAll).objectId(), "field", property, "values", shown(ofAll));
        }
        return decisive.isEmpty() ? null : decisive.keySet().iterator().next();
    }

    /** A date, as any of the formats writes it. Placeholders far from any plan count as not stated, and are said. */
    @Nullable
    LocalDate date(String property) {
        var text = text(property);
        if (text == null) {
            return null;
        }
        var date = parse(text.strip());
        var object = Objects.requireNonNull(all.getFirst()).objectId();
        if (date == null) {
            findings.fault("DATE_BAD", object, "field", property, "value", text);
        } else if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            findings.note("DATE_PLACEHOLDER", object, "field", property, "value", text);
            return null;
        }
        return date;
    }

    static @Nullable LocalDate parse(String text) {
        try {
            if (text.matches("-?[0-9]{10,14}")) { // milliseconds, as some map servers write dates
                return Instant.ofEpochMilli(Long.parseLong(text)).atZone(NORWAY).toLocalDate();
            }
            if (text.matches(".*T.*(Z|[+-][0-9]{2}:?[0-9]{2})")) {
                return OffsetDateTime.parse(text).atZoneSameInstant(NORWAY).toLocalDate();
            }
        } catch (DateTimeException e) {
            return null;
        }
        var day = text.replaceFirst("[T ].*", "");
        for (var format : DATES) {
            try {
                return LocalDate.parse(day.replace('/', '-'), format);
            } catch (DateTimeException e) {
                // the next format may fit
            }
        }
        return null;
    }

    /** The different values and the first object with each. */
    private static Map<String, DeliveredObject> values(List<DeliveredObject> objects, String property) {
        Map<String, DeliveredObject> values = new LinkedHashMap<>();
        for (var object : objects) {
            var value = object.get(property);
            if (value != null) {
                values.putIfAbsent(value, object);
            }
        }
        return values;
    }

    private static DeliveredObject last(Map<String, DeliveredObject> values) {
        return new ArrayList<>(values.values()).getLast();
    }

    private static String shown(Map<String, DeliveredObject> values) {
        return String.join(", ", values.keySet().stream().limit(4).toList());
    }
}
