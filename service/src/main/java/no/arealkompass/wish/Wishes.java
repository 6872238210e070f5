package no.arealkompass.wish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurer;
import no.arealkompass.score.Scoring;
import no.arealkompass.strategy.Metric;
import no.arealkompass.wish.Answer.Match;
import no.arealkompass.wish.Answer.RunRef;
import no.arealkompass.wish.Answer.Wanted;
import no.arealkompass.yaml.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads requirement lists and answers them for the sites of a run, in the data that run was made of. */
@Component
public class Wishes {
    /** Characters of a list that is read, and of its compact form. */
    public static final int TEXT_LENGTH = 1500;

    /** Sites and combinations in one answer. */
    static final int SITES = 50;

    static final int COMBINATIONS = 20;

    private static final String FILE = "codes/requirements.yaml";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogue catalogue;
    private final Map<String, Requirement> byId;
    private final TextReader reader;
    private final Scoring scoring;
    private final Measurer measurer;
    private final JudgedSiteRepository repository;

    Wishes(Datasets datasets, Scoring scoring, Measurer measurer, JudgedSiteRepository repository) {
        this.catalogue = CatalogueReader.read(FILE, text(datasets));
        this.byId = catalogue.requirements().stream().collect(Collectors.toMap(Requirement::id, Function.identity()));
        this.reader = new TextReader(catalogue);
        this.scoring = scoring;
        this.measurer = measurer;
        this.repository = repository;
    }

    private static String text(Datasets datasets) {
        try {
            return datasets.resource(Caller.PUBLIC, FILE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("gis-data/" + FILE + " cannot be read", e);
        }
    }

    /** What may be asked. */
    public Catalogue catalogue(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return catalogue;
    }

    /** What a pasted list is read as, to be confirmed. @throws WishFault when it is too long */
    public Understood read(Caller caller, String text) {
        Access.require(caller, Operation.READ_PUBLISHED);
        refuseLong(text);
        return reader.read(text);
    }

    /**
     * What the sites of a run have of what is wanted.
     *
     * @param wish the compact form: {@code area:1000,power:100}
     * @throws WishFault when the wish cannot be read
     * @throws no.arealkompass.score.NoSuchRun when there is no such run that the caller may see
     */
    public Answer answer(Caller caller, UUID run, String wish) {
        Access.require(caller, Operation.READ_PUBLISHED);
        refuseLong(wish);
        var wanted = WishForm.read(catalogue, wish);
        var document = JSON.readTree(scoring.run(caller, run));
        var comparison = new Comparison(wanted, byId);
        var singles = singles(document, wanted, comparison);
        var neighbours = catalogue.neighbours();
        var pairs = repository.neighbours(singles.keySet(), neighbours.withinM(), Neighbours.MOST);
        var joined = new Neighbours(comparison, singles, pairs).find(neighbours.most());
        return new Answer(
                ref(run, document),
                wanted,
                best(singles.values(), SITES),
                singles.size(),
                best(joined.combinations(), COMBINATIONS),
                neighbours.withinM(),
                joined.cut() || pairs.size() == Neighbours.MOST);
    }

    private static void refuseLong(String text) {
        if (text.length() > TEXT_LENGTH) {
            throw new WishFault(
                    new Text("Listen er for lang.", "The list is too long."),
                    new Text(
                            "Bruk høyst " + TEXT_LENGTH + " tegn om gangen.",
                            "Use at most " + TEXT_LENGTH + " characters at a time."));
        }
    }

    private Map<Long, Match> singles(JsonNode run, List<Wanted> wanted, Comparison comparison) {
        List<String> ids = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        run.path("sites").forEach(site -> {
            ids.add(site.path("id").asString());
            numbers.add(site.path("version").asInt());
        });
        var judged = repository.versions(ids, numbers);
        var measured = measurer.measure(
                judged.stream().map(JudgedSiteRepository.Judged::versionId).toList(),
                wanted.stream().map(this::metric).toList(),
                versions(run));
        Map<Long, Match> singles = new HashMap<>();
        for (var one : judged) {
            singles.put(
                    one.versionId(), comparison.single(one.site(), byRequirement(wanted, measured, one.versionId())));
        }
        return singles;
    }

    private Metric metric(Wanted one) {
        return Objects.requireNonNull(byId.get(one.id())).metric();
    }

    private Map<String, Measured> byRequirement(
            List<Wanted> wanted, Map<Long, Map<Metric, Measured>> measured, long site) {
        var found = Objects.requireNonNull(measured.get(site));
        return wanted.stream()
                .collect(Collectors.toMap(Wanted::id, one -> Objects.requireNonNull(found.get(metric(one)))));
    }

    private static Map<String, Long> versions(JsonNode run) {
        Map<String, Long> versions = new HashMap<>();
        run.path("datasets")
                .forEach(version -> versions.put(
                        version.path("dataset").asString(), version.path("id").asLong()));
        return versions;
    }

    private static List<Match> best(Collection<Match> matches, int most) {
        return matches.stream().sorted(Comparison.ORDER).limit(most).toList();
    }

    private static RunRef ref(UUID run, JsonNode document) {
        var scenario = document.get("scenario");
        return new RunRef(
                run,
                document.path("number").asLong(),
                document.path("madeAt").asString(),
                document.path("scope").asString(),
                document.path("strategy").path("id").asString(),
                document.path("strategy").path("version").asString(),
                scenario == null || scenario.isNull() ? null : scenario);
    }
}
