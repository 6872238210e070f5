package no.arealkompass.plancheck;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Region;
import no.arealkompass.plan.Level;
import no.arealkompass.plan.Stage;
import no.arealkompass.plan.Subject;
import no.arealkompass.strategy.PlanRule;
import no.arealkompass.strategy.Planning;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.yaml.Text;

/**
 * Everything a check is about, as one reader may see it.
 *
 * @param zones the purpose zones of the subject on the ground
 * @param around the same of the whole region with the subject's plans in it
 * @param versions the dataset versions in use by dataset
 * @param datasets what is described, by dataset
 */
record Situation(
        Strategy strategy,
        Planning planning,
        Subject subject,
        Subject aroundSubject,
        List<CheckedZone> zones,
        List<CheckedZone> around,
        List<CheckedSite> sites,
        RunView run,
        Region region,
        Map<String, DatasetVersion> versions,
        Map<String, Dataset> datasets) {

    boolean wholeRegion() {
        return subject.kind() == Subject.Kind.REGION;
    }

    /** The name of the subject in ids: without version and without what is on hearing. */
    String name() {
        return subject.id().replaceFirst("(@[0-9]+|~)$", "");
    }

    /** Whether a rule that asks about a whole municipality can be asked here. */
    boolean wholeMunicipality() {
        return subject.kind() == Subject.Kind.MUNICIPALITY
                || (subject.kind() == Subject.Kind.PLAN
                        && subject.versions().getFirst().level() == Level.MUNICIPAL
                        && subject.versions().getFirst().stage() != Stage.INPUT);
    }

    /** The municipalities that the subject stands for. */
    List<String> municipalities() {
        var number = subject.municipality();
        return number != null
                ? List.of(number)
                : region.municipalities().stream()
                        .map(Region.Municipality::number)
                        .toList();
    }

    String municipalityName(String number) {
        return region.municipalities().stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .map(Region.Municipality::name)
                .orElse(number);
    }

    /** The name of a dataset as the beginning of a word in a sentence. */
    Text datasetName(String dataset) {
        var described = datasets.get(dataset);
        return described == null ? new Text(dataset, dataset) : lower(described.name());
    }

    private static Text lower(Text name) {
        return new Text(lower(name.nb()), lower(name.en()));
    }

    private static String lower(String name) {
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym || name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The zones among some that a rule looks at. */
    List<CheckedZone> chosen(Collection<CheckedZone> among, PlanRule.Zones wanted) {
        var codes = planning.codes(wanted.group());
        var allows = wanted.allows();
        return among.stream()
                .filter(zone -> codes.contains(zone.zone().code()))
                .filter(zone -> allows == null
                        || planning.allowing(allows).contains(zone.zone().code()))
                .filter(zone -> zone.areaM2() >= wanted.atLeastDaa() * PlanJudge.DAA)
                .toList();
    }

    List<CheckedZone> business(Collection<CheckedZone> among) {
        return chosen(among, new PlanRule.Zones(Planning.Group.BUSINESS, null, 0));
    }

    static List<Long> nos(Collection<CheckedZone> zones) {
        return zones.stream().map(CheckedZone::no).toList();
    }
}
