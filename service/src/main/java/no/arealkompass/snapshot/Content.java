package no.arealkompass.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.arealkompass.access.Caller;
import no.arealkompass.score.Scoring;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What of a run is frozen: its head, and the scores of the sites it is about. */
@Component
class Content {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Scoring scoring;

    Content(Scoring scoring) {
        this.scoring = scoring;
    }

    /** A purpose of a run, and one or more of its sites. */
    record Question(UUID run, String purpose, List<String> sites) {
        String about() {
            return run + "/" + purpose + "/" + String.join(",", sites);
        }

        static Question of(String about) {
            var parts = about.split("/", 3);
            return new Question(UUID.fromString(parts[0]), parts[1], List.of(parts[2].split(",", -1)));
        }
    }

    /** @throws no.arealkompass.score.NoSuchRun when the caller may not see the run, or it has no such score */
    ObjectNode of(Caller caller, Question question) {
        var run = JSON.readTree(scoring.run(caller, question.run()));
        var purpose = scoring.purpose(caller, question.run(), question.purpose());
        var content = JSON.createObjectNode();
        var head = content.putObject("run");
        for (var key : List.of("id", "number", "madeAt", "scope", "software", "strategy", "scenario", "datasets")) {
            head.set(key, run.path(key).isMissingNode() ? JSON.nullNode() : run.path(key));
        }
        content.putObject("purpose")
                .put("id", purpose.id())
                .putObject("name")
                .put("nb", purpose.name().nb())
                .put("en", purpose.name().en());
        var sites = content.putArray("sites");
        for (var site : question.sites()) {
            sites.addObject()
                    .put("id", site)
                    .put(
                            "name",
                            find(run.path("sites"), "id", site).path("name").asString(site))
                    .set("ranked", ranked(run, question.purpose(), site))
                    .set("score", JSON.readTree(scoring.score(caller, question.run(), question.purpose(), site)));
        }
        return content;
    }

    private static JsonNode ranked(JsonNode run, String purpose, String site) {
        var found = find(run.path("rankings").path(purpose), "site", site);
        return found.isMissingNode() ? JSON.nullNode() : found;
    }

    private static JsonNode find(JsonNode list, String key, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path(key).asString("").equals(value))
                .findFirst()
                .orElse(JSON.missingNode());
    }

    /**
     * The same question to the run in use now; null when it is the same run.
     *
     * @throws no.arealkompass.score.NoSuchRun when it is answered no more
     */
    Verification.@Nullable Newer newer(Caller caller, Question question, JsonNode frozen) {
        var strategy = frozen.path("run").path("strategy").path("id").asString("");
        var scenario = frozen.path("run").path("scenario").path("id").asString("");
        var inUse = scoring.runInUse(caller, strategy, scenario);
        if (inUse.equals(question.run())) {
            return null;
        }
        var now = of(caller, new Question(inUse, question.purpose(), question.sites()));
        boolean same = answers(now).equals(answers(frozen));
        return new Verification.Newer(
                inUse.toString(),
                Instant.parse(now.path("run").path("madeAt").asString()),
                same,
                same
                        ? new Text(
                                "Dagens beregning gir samme poeng og plass.",
                                "Today's run gives the same points and rank.")
                        : new Text(
                                "Dagens beregning gir andre poeng eller en annen plass.",
                                "Today's run gives other points or another rank."));
    }

    /** What a reader would call the answer: verdict, points and place of each site. */
    private static List<String> answers(JsonNode content) {
        return StreamSupport.stream(content.path("sites").spliterator(), false)
                .map(site -> CanonicalJson.text(site.path("score").path("verdict"))
                        + site.path("ranked").path("position").asInt(0))
                .toList();
    }
}
