package no.arealkompass.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Scope;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurer;
import no.arealkompass.score.Portfolio.Member;
import no.arealkompass.site.Site;
import no.arealkompass.site.Sites;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.SiteKind;
import no.arealkompass.strategy.Strategy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The sites of a stored run as the rules over many sites see them, from what was measured for that run. A run never
 * changes, so the few asked for last are kept: a shape that is being drawn asks for the same one many times a minute.
 */
@Component
class RunMembers {
    private static final int KEPT = 4;

    private final Sites sites;
    private final Measurer measurer;
    private final Map<String, Members> kept = new LinkedHashMap<>(16, 0.75f, true);

    RunMembers(Sites sites, Measurer measurer) {
        this.sites = sites;
        this.measurer = measurer;
    }

    /** @param members one for each of the sites, in the same order */
    record Members(List<Site> sites, List<Member> members) {}

    /** @param run the run's document */
    Members of(Caller caller, Strategy strategy, JsonNode run) {
        var key = run.path("id").asString() + Scope.of(caller).key();
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        var read = read(caller, strategy, run);
        synchronized (kept) {
            kept.put(key, read);
            kept.keySet().stream()
                    .limit(Math.max(0, kept.size() - KEPT))
                    .toList()
                    .forEach(kept::remove);
        }
        return read;
    }

    private Members read(Caller caller, Strategy strategy, JsonNode run) {
        var versions = new TreeMap<String, Integer>();
        run.path("sites")
                .forEach(site -> versions.put(
                        site.path("id").asString(), site.path("version").asInt()));
        var judged = sites.versions(caller, versions);
        var measured = measured(strategy, run, judged);
        var excluded = excludedFor(run);
        var members = judged.stream()
                .map(site -> new Member(
                        site.id(),
                        SiteKind.valueOf(site.kind().name()),
                        shares(run.path("shares").path(site.id())),
                        measured.getOrDefault(site.versionId(), Map.of()),
                        excluded.getOrDefault(site.id(), List.of())))
                .toList();
        return new Members(judged, members);
    }

    /** The answers the run was judged by; they were stored when it was made. */
    private Map<Long, Map<Metric, Measured>> measured(Strategy strategy, JsonNode run, List<Site> judged) {
        var asked = strategy.portfolio().stream()
                .flatMap(rule -> rule.conditions().stream())
                .map(condition -> strategy.criterion(condition.criterion()).metric())
                .collect(Collectors.toSet());
        var ids = judged.stream().map(Site::versionId).toList();
        return measurer.measure(ids, asked, RunDocument.versionIds(run));
    }

    private static Map<String, List<String>> excludedFor(JsonNode run) {
        var excluded = new HashMap<String, List<String>>();
        run.path("rankings")
                .properties()
                .forEach(ranking -> ranking.getValue().forEach(entry -> {
                    if (entry.path("verdict").asString().equals("excluded")) {
                        excluded.computeIfAbsent(entry.path("site").asString(), s -> new ArrayList<>())
                                .add(ranking.getKey());
                    }
                }));
        return excluded;
    }

    private static Map<String, Double> shares(JsonNode shares) {
        var byMunicipality = new HashMap<String, Double>();
        shares.forEach(share -> byMunicipality.put(
                share.path("municipality").asString(), share.path("share").asDouble()));
        return byMunicipality;
    }
}
