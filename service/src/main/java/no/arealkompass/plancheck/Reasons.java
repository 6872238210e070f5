package no.arealkompass.plancheck;

import java.util.List;
import java.util.stream.Collectors;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/** Why something cannot be decided, in words. */
final class Reasons {
    private Reasons() {}

    static final Unknown NO_RULES = Unknown.of(
            "Strategien har ingen planregler.",
            "The strategy has no plan rules.",
            "Legg til planregler i en ny versjon av strategien.",
            "Add plan rules in a new version of the strategy.");

    static final Unknown VAGUE_SITE = Unknown.of(
            "Området er bare skjematisk tegnet, eller størrelsen er ikke oppgitt.",
            "The site is only drawn schematically, or its size is not stated.",
            "Tegn omrisset av området slik det er, og oppgi arealet.",
            "Draw the outline of the site as it is, and state the area.");

    static final Unknown PARTLY_PLANNED = Unknown.of(
            "En del av området ligger utenfor planene som er levert.",
            "A part of the site lies outside the plans that are delivered.",
            "Last inn planen som gjelder for resten av området.",
            "Load the plan that applies to the rest of the site.");

    static final Unknown NO_SITES = Unknown.of(
            "Ingen områder av dette slaget er registrert her. Et tomt register sier ingenting om arealene.",
            "No site of this kind is registered here. An empty register says nothing of the land.",
            "Registrer områdene, med omriss og opplysninger.",
            "Register the sites, with outline and facts.");

    static final Unknown FACTS_MISSING = Unknown.of(
            "Det er ikke kjent nok om sonen: poengene kan bli både over og under grensen.",
            "Not enough is known of the zone: the points may come out above or below the limit.",
            "Tegn sonen som område og oppgi pris, kraft, vann, avløp og veg.",
            "Draw the zone as a site and state price, power, water, sewer and road.");

    static final Unknown SITE_FACTS_MISSING = Unknown.of(
            "Opplysninger om områdene mangler, så noen kan telle med eller ikke.",
            "Facts about the sites are missing, so that some may count or not.",
            "Oppgi det som mangler om områdene, se porteføljesiden.",
            "State what is missing about the sites, see the portfolio page.");

    static final Unknown NO_GOAL = Unknown.of(
            "Regionen har ikke noe mål for arbeidsplasser som er kjent her.",
            "The region has no goal for jobs that is known here.",
            "Skriv målet i gis-data/codes/goals.yaml.",
            "Write the goal in gis-data/codes/goals.yaml.");

    static final Unknown NOT_ANSWERED = Unknown.of(
            "Regelen over områdene er ikke besvart i kjøringen.",
            "The rule over the sites is not answered in the run.",
            "Lag en ny kjøring med denne versjonen av strategien.",
            "Make a new run with this version of the strategy.");

    static final Unknown NO_PLAN = Unknown.of(
            "Ingen plan gjelder her av dem som er levert.",
            "No plan applies here of those that are delivered.",
            "Last inn planen som gjelder.",
            "Load the plan that applies.");

    static Unknown noData(Text name, @Nullable Dataset dataset) {
        var what = new Text("Datasettet «%s» er ikke lastet inn.", "The dataset “%s” is not loaded.").filled(name);
        var source =
                dataset == null ? null : dataset.sources().stream().findFirst().orElse(null);
        var how = source == null || source.howToGet().nb().isBlank()
                ? new Text(
                        "Last inn datasettet, og lag kontrollen på nytt.",
                        "Load the dataset, and make the check again.")
                : source.howToGet();
        return new Unknown(what, how);
    }

    static Unknown notCovered(Text name) {
        return new Unknown(
                new Text("En del av arealet er ikke dekket av «%s».", "A part of the ground is not covered by “%s”.")
                        .filled(name),
                new Text("Last inn «%s» for hele arealet.", "Load “%s” for all of the ground.").filled(name));
    }

    static Unknown tooCoarse(Text name, double omitsBelowM2) {
        String daa = Numbers.nb(omitsBelowM2 / PlanJudge.DAA);
        return new Unknown(
                new Text(
                                "«%s» viser ikke noe som er mindre enn %s daa, og sonen er mindre enn det.",
                                "“%s” does not show anything smaller than %s daa, and the zone is smaller than that.")
                        .filled(name, new Text(daa, Numbers.en(omitsBelowM2 / PlanJudge.DAA))),
                new Text("Last inn en mer detaljert utgave av «%s».", "Load a more detailed edition of “%s”.")
                        .filled(name));
    }

    /** A metric that gave no number. */
    static Unknown notMeasured(Text name, NotCovered found) {
        return switch (found.reason()) {
            case TOO_FAR ->
                new Unknown(
                        new Text(
                                        "Det er ingenting av «%s» i nærheten av sonen.",
                                        "There is nothing of “%s” near the zone.")
                                .filled(name),
                        new Text("Last inn «%s» nærmere sonen.", "Load “%s” nearer the zone.").filled(name));
            case OUTSIDE_COVERAGE -> notCovered(name);
            default ->
                new Unknown(
                        new Text("«%s» har ingen verdi her.", "“%s” has no value here.").filled(name),
                        new Text("Last inn «%s» på nytt, eller avled den.", "Load “%s” again, or derive it.")
                                .filled(name));
        };
    }

    static Unknown missingPlans(List<String> names) {
        String list = names.stream().collect(Collectors.joining(", "));
        return new Unknown(
                new Text("Ingen plan er levert for %s.", "No plan is delivered for %s.").filled(list),
                new Text("Last inn planene som gjelder der.", "Load the plans that apply there."));
    }
}
