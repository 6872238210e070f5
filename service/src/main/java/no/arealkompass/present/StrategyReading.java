package no.arealkompass.present;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.arealkompass.access.Caller;
import no.arealkompass.score.NoSuchRun;
import no.arealkompass.score.Scoring;
import no.arealkompass.site.Site;
import no.arealkompass.strategy.Check;
import no.arealkompass.strategy.Effect;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.SiteKind;
import no.arealkompass.strategy.Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the region's first strategy says of a site: one friendly sentence, and what planners would say. Both read the same
 * run; the sentence names a place among others only where the others are public.
 */
@Component
class StrategyReading {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Reads the one site that the caller may see from a run that also holds others. */
    private static final Caller READER = Caller.service("presentation");

    private static final double GOOD = 60;
    private static final double FAIR = 40;
    private static final double WIDE = 25;
    private static final int FEW = 3;
    private static final int RUNS_KEPT = 4;

    private final Scoring scoring;
    private final Cache<UUID, JsonNode> bodies =
            Caffeine.newBuilder().maximumSize(RUNS_KEPT).build();

    StrategyReading(Scoring scoring) {
        this.scoring = scoring;
    }

    /**
     * A site in a run.
     *
     * @param open whether it is a run over public sites alone
     * @param reader who may read it
     */
    private record Place(Strategy strategy, UUID run, JsonNode body, boolean open, Caller reader) {}

    /** What one purpose came to. */
    private record Fit(Purpose purpose, JsonNode entry, int of) {
        double middle() {
            return (entry.path("low").asDouble() + entry.path("high").asDouble()) / 2;
        }

        boolean scored() {
            return entry.path("verdict").asString().equals("scored");
        }

        int worst() {
            return entry.path("rankWorst").asInt(Integer.MAX_VALUE);
        }
    }

    /** Both voices; each null when it is not chosen or there is nothing to say. */
    record Said(Presentation.@Nullable StrategyWord word, Presentation.@Nullable Verdict verdict) {}

    Said of(Site site, String name, Fields fields, Language language, String plan) {
        if (!fields.has(Field.STRATEGY) && !fields.has(Field.VERDICT)) {
            return new Said(null, null);
        }
        var place = place(site).orElse(null);
        var fits = place == null ? List.<Fit>of() : fits(place, site);
        var word = fields.has(Field.STRATEGY) && place != null ? word(place, fits, site, name, fields, language) : null;
        var verdict = fields.has(Field.VERDICT) ? verdict(place, fits, site, fields, language, plan) : null;
        return new Said(word, verdict);
    }

    private Optional<Place> place(Site site) {
        var first = scoring.strategies(Caller.PUBLIC).stream().findFirst();
        return first.flatMap(strategy -> in(strategy, site, Caller.PUBLIC).or(() -> in(strategy, site, READER)));
    }

    private Optional<Place> in(Strategy strategy, Site site, Caller reader) {
        try {
            var run = scoring.runInUse(reader, strategy.id());
            var body = body(reader, run);
            boolean there = body.path("sites")
                    .valueStream()
                    .anyMatch(one -> one.path("id").asString().equals(site.id())
                            && one.path("version").asInt() == site.version());
            return there
                    ? Optional.of(new Place(strategy, run, body, reader.equals(Caller.PUBLIC), reader))
                    : Optional.empty();
        } catch (NoSuchRun none) {
            return Optional.empty();
        }
    }

    /** A run never changes, so it is taken apart once; the reader is asked for each time. */
    private JsonNode body(Caller reader, UUID run) {
        var text = scoring.run(reader, run);
        return bodies.get(run, id -> JSON.readTree(text));
    }

    /** The purposes the site was judged for, those it fits best first. */
    private static List<Fit> fits(Place place, Site site) {
        var kind = SiteKind.valueOf(site.kind().name());
        var fits = new ArrayList<Fit>();
        for (var purpose : place.strategy().purposes()) {
            var ranking = place.body().path("rankings").path(purpose.id());
            if (purpose.kinds().contains(kind)) {
                ranking.valueStream()
                        .filter(entry -> entry.path("site").asString().equals(site.id()))
                        .forEach(entry -> fits.add(new Fit(purpose, entry, ranking.size())));
            }
        }
        fits.sort(Comparator.comparing((Fit fit) -> !fit.scored())
                .thenComparing(Comparator.comparingDouble(Fit::middle).reversed()));
        return fits;
    }

    private static Presentation.StrategyWord word(
            Place place, List<Fit> fits, Site site, String name, Fields fields, Language language) {
        boolean open = place.open() && fields.has(Field.NAME) && site.publication() == Site.Publication.PUBLISHED;
        var best = fits.isEmpty() ? null : best(place, fits);
        var why = open && best != null
                ? "/?lang=" + language.code() + "&purpose=" + best.purpose().id() + "&site=" + site.id()
                : null;
        return new Presentation.StrategyWord(sentence(place, best, fits, name, language), called(place, language), why);
    }

    /** Where it stands among the few best it is told for that; otherwise for what it fits best. */
    private static Fit best(Place place, List<Fit> fits) {
        return fits.stream()
                .filter(fit -> place.open() && fit.scored() && leads(fit))
                .findFirst()
                .orElse(fits.getFirst());
    }

    private static boolean leads(Fit fit) {
        return fit.worst() <= FEW && fit.of() > FEW;
    }

    private static String sentence(Place place, @Nullable Fit best, List<Fit> fits, String name, Language language) {
        if (best == null) {
            return language.of(
                            "Regionens arealstrategi har ikke vurdert %s ennå.",
                            "The region's land strategy has not assessed %s yet.")
                    .formatted(name);
        }
        if (!best.scored()) {
            return language.of(
                            "Regionens arealstrategi peker på forhold som må avklares før %s kan anbefales.",
                            "The region's land strategy points to matters that must be settled before %s can be recommended.")
                    .formatted(name);
        }
        var purpose = language.inside(language.text(best.purpose().name()));
        var fit = place.open() && leads(best) ? leading(best, language) : fitting(best, language);
        var also = fits.stream()
                .filter(other ->
                        !other.purpose().id().equals(best.purpose().id()) && other.scored() && other.middle() >= GOOD)
                .map(other -> language.inside(language.text(other.purpose().name())))
                .limit(2)
                .toList();
        var more = also.isEmpty()
                ? ""
                : language.of(", og passer også godt for ", ", and also fits ") + language.list(also);
        boolean wide =
                best.entry().path("high").asDouble() - best.entry().path("low").asDouble() > WIDE;
        var doubt = wide
                ? language.of(
                        " Flere opplysninger mangler ennå, så vurderingen kan endre seg.",
                        " Several facts are still missing, so the assessment may change.")
                : "";
        return fit.formatted(name, purpose) + more + "." + doubt;
    }

    private static String leading(Fit best, Language language) {
        return best.worst() == 1
                ? language.of(
                        "%s er det området i regionen som passer best for %s etter arealstrategien",
                        "%s is the site in the region that fits %s best by the land strategy")
                : language.of(
                        "%s er blant de tre områdene i regionen som passer best for %s etter arealstrategien",
                        "%s is among the three sites in the region that fit %s best by the land strategy");
    }

    private static String fitting(Fit best, Language language) {
        double middle = best.middle();
        return middle >= GOOD
                ? language.of(
                        "%s passer godt for %s etter regionens arealstrategi",
                        "%s fits %s well by the region's land strategy")
                : middle >= FAIR
                        ? language.of(
                                "%s passer nokså godt for %s etter regionens arealstrategi",
                                "%s fits %s fairly well by the region's land strategy")
                        : language.of(
                                "Av bruken regionens arealstrategi vurderer, ligger %s nærmest å passe for %s",
                                "Of the uses that the region's land strategy considers, %s comes closest to fitting %s");
    }

    private static String called(Place place, Language language) {
        var strategy = place.strategy();
        var status = switch (strategy.status()) {
            case ADOPTED -> language.of("vedtatt", "adopted");
            case HEARING -> language.of("på høring", "on hearing");
            case DRAFT -> language.of("utkast", "draft");
        };
        return language.text(strategy.name()) + " (" + status + ")";
    }

    private Presentation.Verdict verdict(
            @Nullable Place place, List<Fit> fits, Site site, Fields fields, Language language, String plan) {
        if (place == null) {
            return new Presentation.Verdict(
                    plan,
                    List.of(),
                    List.of(),
                    language.of("Ikke vurdert mot strategien ennå.", "Not held against the strategy yet."));
        }
        var lines = new ArrayList<String>();
        var checks = new ArrayList<String>();
        var unchecked = new ArrayList<String>();
        for (var fit : fits) {
            lines.add(line(place.strategy(), fit, fields, language));
            var score = JSON.readTree(
                    scoring.score(place.reader(), place.run(), fit.purpose().id(), site.id()));
            score.path("flags")
                    .forEach(flag -> place.strategy().checks().stream()
                            .filter(check ->
                                    check.id().equals(flag.path("check").asString()) && told(check, fields))
                            .forEach(check -> {
                                var name = language.text(check.name());
                                boolean broken = flag.path("outcome").asString().equals("broken");
                                var text = broken ? name + ": " + language.text(check.action()) : name;
                                var into = broken ? checks : unchecked;
                                if (!into.contains(text)) {
                                    into.add(text);
                                }
                            }));
        }
        if (!unchecked.isEmpty()) {
            checks.add(language.of(
                            "Ikke kontrollert, fordi opplysninger mangler: ",
                            "Not checked, because facts are missing: ")
                    + String.join("; ", unchecked) + ".");
        }
        return new Presentation.Verdict(plan, lines, checks, basis(place, language));
    }

    /** A check is told only where what it asks is told. */
    private static boolean told(Check check, Fields fields) {
        return MeasuredFacts.fieldOf(check.metric()).map(fields::has).orElse(true);
    }

    private static String line(Strategy strategy, Fit fit, Fields fields, Language language) {
        var purpose = language.text(fit.purpose().name()) + ": ";
        if (fit.scored()) {
            long low = Math.round(fit.entry().path("low").asDouble());
            long high = Math.round(fit.entry().path("high").asDouble());
            return purpose
                    + (low == high ? String.valueOf(low) : low + "–" + high)
                    + language.of(" av 100 poeng", " of 100 points");
        }
        var by = fit.entry()
                .path("excludedBy")
                .valueStream()
                .map(JsonNode::asString)
                .flatMap(id -> strategy.checks().stream()
                        .filter(check ->
                                check.id().equals(id) && check.effect() == Effect.EXCLUDE && told(check, fields)))
                .map(check -> language.inside(language.text(check.name())))
                .toList();
        var because = by.isEmpty() ? "" : " (" + language.list(by) + ")";
        return purpose + language.of("utelukket", "excluded") + because;
    }

    private static String basis(Place place, Language language) {
        return language.of("Etter «%s», %s.", "By “%s”, %s.")
                .formatted(
                        called(place, language),
                        language.of("beregnet ", "computed ")
                                + language.date(
                                        place.body().path("madeAt").asString().substring(0, 10)));
    }
}
