package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.arealkompass.dataset.Refused.FileIssue;

/**
 * The outlines that surfaces of a SOSI file refer to, curve by curve. A reference to nothing, or a chain of curves with
 * a gap in it, would be closed in silence by the library: here it is told, with the place.
 */
final class SosiSurfaces {
    private static final Pattern TOKEN = Pattern.compile("\\G[\\s,]*([()]|:-?\\d{1,9})");
    private static final int MOST_ISSUES = 200;

    private final Map<Long, Group> groups = new HashMap<>();
    private final Map<Long, List<List<Long>>> ringsBySurface = new LinkedHashMap<>();
    private final List<FileIssue> issues = new ArrayList<>();
    private boolean inIsland;

    /** Where a curve begins and ends, north and east in the file's units; a surface has no ends. */
    private record Group(boolean surface, double fromN, double fromE, double toN, double toE) {
        Group reversed() {
            return new Group(surface, toN, toE, fromN, fromE);
        }
    }

    void group(long serial, boolean surface, String[] first, String[] last) {
        Group group = new Group(surface, number(first[0]), number(first[1]), number(last[0]), number(last[1]));
        if (groups.put(serial, group) != null) {
            add("SOSI_SERIAL_TWICE", Map.of("serial", serial));
        }
    }

    /** Takes references of a surface: the outline first, islands in parentheses. */
    void refer(long surface, String text, long line) {
        List<List<Long>> rings = ringsBySurface.computeIfAbsent(surface, s -> {
            inIsland = false;
            return new ArrayList<>(List.of(new ArrayList<>()));
        });
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find()) {
            end = token.end();
            String found = token.group(1);
            if (found.equals("(")) {
                rings.add(new ArrayList<>());
                inIsland = true;
            } else if (found.equals(")")) {
                inIsland = false;
            } else {
                (inIsland ? rings.getLast() : rings.getFirst()).add(Long.parseLong(found.substring(1)));
            }
        }
        if (!text.substring(end).isBlank()) {
            String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            throw new Refused("SOSI_LINE", Map.of("line", line, "text", shown));
        }
    }

    /** What was found, once all is read. */
    List<FileIssue> issues() {
        return issues;
    }

    void check() {
        ringsBySurface.forEach((surface, rings) -> {
            for (List<Long> ring : rings) {
                check(surface, ring);
            }
        });
    }

    private void check(long surface, List<Long> ring) {
        List<Group> chain = new ArrayList<>();
        for (long reference : ring) {
            Group group = groups.get(Math.abs(reference));
            if (group == null) {
                throw new Refused("SOSI_REFERENCE", Map.of("surface", surface, "reference", Math.abs(reference)));
            }
            chain.add(reference < 0 ? group.reversed() : group);
        }
        if (chain.stream().anyMatch(Group::surface)) {
            return; // an island that is a surface of its own is checked there
        }
        for (int i = 0; i < chain.size(); i++) {
            Group from = chain.get(i);
            Group to = chain.get((i + 1) % chain.size());
            if (from.toN() != to.fromN() || from.toE() != to.fromE()) {
                add(
                        "SOSI_OPEN",
                        Map.of(
                                "surface", surface,
                                "reference", Math.abs(ring.get(i)),
                                "north", from.toN(),
                                "east", from.toE()));
                return;
            }
        }
    }

    private void add(String code, Map<String, Object> args) {
        if (issues.size() < MOST_ISSUES) {
            issues.add(new FileIssue(code, true, args));
        }
    }

    private static double number(String written) {
        return Double.parseDouble(written);
    }
}
