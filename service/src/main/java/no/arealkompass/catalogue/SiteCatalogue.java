package no.arealkompass.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.catalogue.Choices.Choice;
import no.arealkompass.catalogue.Question.Answer;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.geo.Bbox;
import no.arealkompass.present.Fields;
import no.arealkompass.present.Language;
import no.arealkompass.present.Presentations;
import no.arealkompass.score.NoSuchRun;
import no.arealkompass.score.Scoring;
import no.arealkompass.site.Site;
import no.arealkompass.site.Sites;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists the published sites. Whoever asks is shown what everybody may see: the list has one state, so that no draft can be
 * in a count. What was put together is kept until a site, the run or the day is another.
 */
@Component
public class SiteCatalogue {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private final Sites sites;
    private final Presentations presentations;
    private final Scoring scoring;
    private final Datasets datasets;
    private final Clock clock;
    private final Map<Language, Kept> kept = new ConcurrentHashMap<>();

    SiteCatalogue(Sites sites, Presentations presentations, Scoring scoring, Datasets datasets, Clock clock) {
        this.sites = sites;
        this.presentations = presentations;
        this.scoring = scoring;
        this.datasets = datasets;
        this.clock = clock;
    }

    private record Kept(List<Object> state, List<Listed> sites) {}

    /** Every published site, by name. */
    public List<Listed> all(Caller caller, Language language) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var published = sites.list(Caller.PUBLIC, Bbox.WORLD, Integer.MAX_VALUE, 0).stream()
                .filter(site -> site.publication() == Site.Publication.PUBLISHED)
                .toList();
        var run = run();
        List<Object> state = new ArrayList<>();
        published.forEach(site -> {
            state.add(site.versionId());
            state.add(String.valueOf(site.confirmation()));
        });
        state.add(run.orElse(""));
        state.add(LocalDate.now(clock.withZone(ZONE)));
        var known = kept.get(language);
        if (known == null || !known.state().equals(state)) {
            known = new Kept(state, put(published, run, language));
            kept.put(language, known);
        }
        return known.sites();
    }

    private List<Listed> put(List<Site> published, Optional<String> run, Language language) {
        var purposes = purposes(run);
        var versions = published.stream().collect(Collectors.toMap(Site::id, Function.identity()));
        List<Listed> listed = new ArrayList<>();
        var ids = published.stream().map(Site::id).toList();
        for (var shown : presentations.of(Caller.PUBLIC, ids, Fields.publicOnes(), language)) {
            var site = versions.get(shown.id());
            if (site != null) {
                listed.add(Listed.of(
                        shown,
                        site.version(),
                        site.at(),
                        run.isEmpty() ? null : purposes.getOrDefault(site.id(), Set.of())));
            }
        }
        return List.copyOf(listed);
    }

    private Optional<String> run() {
        try {
            return Optional.of(scoring.runInUse(Caller.PUBLIC, null).toString());
        } catch (NoSuchRun e) {
            return Optional.empty(); // nothing is judged yet
        }
    }

    /** Site → purposes it is judged for and not excluded from. */
    private Map<String, Set<String>> purposes(Optional<String> run) {
        Map<String, Set<String>> purposes = new HashMap<>();
        run.map(id -> JSON.readTree(scoring.run(Caller.PUBLIC, java.util.UUID.fromString(id))))
                .ifPresent(document -> document.path("rankings")
                        .properties()
                        .forEach(purpose -> purpose.getValue().forEach(entry -> {
                            if (entry.path("verdict").asString("").equals("scored")) {
                                purposes.computeIfAbsent(entry.path("site").asString(), id -> new HashSet<>())
                                        .add(purpose.getKey());
                            }
                        })));
        return purposes;
    }

    /** A published site; empty when there is none by that id, whatever the reason. */
    public Optional<Listed> find(Caller caller, String id, Language language) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return all(caller, language).stream()
                .filter(site -> site.id().equals(id))
                .findFirst();
    }

    /** What fits, and what may fit but lacks an answer. */
    public Listing list(Caller caller, Filter filter, Language language) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var all = all(caller, language);
        var asked = filter.asked();
        List<Listed> fitting = new ArrayList<>();
        List<Listing.Unsure> unsure = new ArrayList<>();
        for (var site : all.stream().sorted(order(filter)).toList()) {
            var lacking = EnumSet.noneOf(Question.class);
            boolean against = false;
            for (var question : asked) {
                var answer = site.answer(question, filter);
                against |= answer == Answer.NO;
                if (answer == Answer.NOT_STATED) {
                    lacking.add(question);
                }
            }
            if (!against && lacking.isEmpty()) {
                fitting.add(site);
            } else if (!against) {
                unsure.add(new Listing.Unsure(site, lacking));
            }
        }
        return new Listing(fitting, unsure, all.size(), notStated(all, filter));
    }

    private static Map<Question, Integer> notStated(List<Listed> all, Filter filter) {
        Map<Question, Integer> counts = new EnumMap<>(Question.class);
        for (var question : Question.values()) {
            counts.put(question, (int) all.stream()
                    .filter(site -> site.answer(question, filter) == Answer.NOT_STATED)
                    .count());
        }
        return counts;
    }

    private static Comparator<Listed> order(Filter filter) {
        var byName = Comparator.comparingInt(Listed::number);
        return switch (filter.sort()) {
            case NAME -> byName;
            case AREA -> largest(Listed::daa).thenComparing(byName);
            case POWER -> largest(Listed::megawatts).thenComparing(byName);
            case MINUTES ->
                smallest(site -> site.minutes().get(filter.destination())).thenComparing(byName);
        };
    }

    private static Comparator<Listed> largest(Function<Listed, @Nullable Double> value) {
        return Comparator.comparingDouble(site -> {
            var number = value.apply(site);
            return number == null ? Double.POSITIVE_INFINITY : -number;
        });
    }

    private static Comparator<Listed> smallest(Function<Listed, @Nullable Double> value) {
        return Comparator.comparingDouble(site -> {
            var number = value.apply(site);
            return number == null ? Double.POSITIVE_INFINITY : number;
        });
    }

    /** What can be chosen in the filters. */
    public Choices choices(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var region = datasets.region(caller);
        var strategy = scoring.strategies(caller).stream().findFirst();
        return new Choices(
                strategy.map(s -> text(s.name())).orElse(new Text("", "")),
                strategy.map(s -> s.purposes().stream()
                                .map(purpose -> new Choice(purpose.id(), text(purpose.name())))
                                .toList())
                        .orElse(List.of()),
                region.municipalities().stream()
                        .map(m -> new Choice(m.number(), new Text(m.name(), m.name())))
                        .sorted(Comparator.comparing(
                                choice -> choice.name().nb(),
                                java.text.Collator.getInstance(Locale.of("nb", "NO"))::compare))
                        .toList(),
                region.destinations().stream()
                        .map(d -> new Choice(d.id(), d.name()))
                        .toList(),
                plans(caller));
    }

    private List<Choice> plans(Caller caller) {
        Map<String, Text> plans = new java.util.LinkedHashMap<>();
        var english = all(caller, Language.EN);
        for (var site : all(caller, Language.NB)) {
            var plan = site.plan();
            if (plan != null) {
                var other = english.stream()
                        .filter(one -> one.id().equals(site.id()))
                        .findFirst()
                        .map(Listed::plan)
                        .orElse(plan);
                plans.put(plan.code(), new Text(plan.value(), other.value()));
            }
        }
        return plans.entrySet().stream()
                .map(plan -> new Choice(plan.getKey(), plan.getValue()))
                .sorted(Comparator.comparing(choice -> choice.name().nb()))
                .toList();
    }

    private static Text text(no.arealkompass.strategy.Text text) {
        return new Text(text.nb(), text.en());
    }
}
