package no.arealkompass.strategy;

import no.arealkompass.yaml.Faults;
import no.arealkompass.yaml.Text;
import org.snakeyaml.engine.v2.nodes.Node;

/** What can be wrong with a strategy beyond its form; each sentence says what is wrong and the remedy. */
enum Fault {
    BAD_URL(
            "«%s» er ikke en nettadresse. Skriv https://… eller la den stå tom.",
            "“%s” is not a web address. Write https://… or leave it empty."),
    BAD_DATE(
            "«%s» er ikke en dato. Skriv år, år-måned eller år-måned-dag, for eksempel 2017 eller 2017-06-15.",
            "“%s” is not a date. Write year, year-month or year-month-day, for instance 2017 or 2017-06-15."),
    DUPLICATE_ID("«%s» er brukt før. Gi hver sin egen id.", "“%s” is used before. Give each its own id."),
    UNKNOWN_UNIT("«%s» er ingen kjent enhet. Velg blant: %s.", "“%s” is no known unit. Choose among: %s."),
    NOT_A_POINT(
            "Et punkt er to tall [x, u], men her står det %s. Rett punktet.",
            "A point is two numbers [x, u], but there are %s here. Correct the point."),
    NO_CLASSES("byClass har ingen klasser. Legg til minst én.", "byClass has no classes. Add at least one."),
    SECOND_PROPERTY(
            "Et utvalg kan bare se på én egenskap, men her er «%s» i tillegg til «%s». Fjern den ene.",
            "A filter can look at one property only, but here is “%s” besides “%s”. Remove one."),
    UNKNOWN_REFERENCE(
            "%s «%s» finnes ikke i strategien. Rett id-en eller legg den til.",
            "There is no %s “%s” in the strategy. Correct the id or add it."),
    WEIGHTS_SUM(
            "Vektene blir %s til sammen, men skal bli 100. Juster dem.",
            "The weights add up to %s but must be 100. Adjust them."),
    WEIGHT_OUTSIDE_RANGE(
            "Vekten %s ligger utenfor området %s til %s. Rett vekten eller området.",
            "The weight %s lies outside the range %s to %s. Correct the weight or the range."),
    POINTS_ASCENDING(
            "Punktene må ha stigende x, men %s kommer etter %s. Sorter dem.",
            "The points must have rising x, but %s follows %s. Sort them."),
    DECISION_MISSING(
            "En vedtatt strategi må si «%s». Fyll ut, eller endre status.",
            "An adopted strategy must say “%s”. Fill it in, or change the status."),
    NEEDS_NUMBER(
            "Dette målet gir en klasse, men her trengs et tall. Velg et annet mål, eller byClass.",
            "This metric gives a class, but a number is needed here. Choose another metric, or byClass."),
    NEEDS_CLASS(
            "Dette målet gir et tall, men byClass trenger en klasse. Bruk linear.",
            "This metric gives a number, but byClass needs a class. Use linear."),
    UNIT_MISMATCH(
            "Enheten «%s» passer ikke her; det må være %s. Rett enheten.",
            "The unit “%s” does not fit here; it must be %s. Correct the unit."),
    SHARE_AS_PERCENT(
            "Enheten er andel 0–1, men tallet er %s. Skriv 0.1 for 10 prosent.",
            "The unit is a share 0–1, but the number is %s. Write 0.1 for 10 per cent."),
    CLASS_WITHOUT_UTILITY(
            "Klassen «%s» kan bli funnet, men har ingen verdi. Legg den til her.",
            "The class “%s” can be found but has no utility. Add it here."),
    UNUSED_CRITERION(
            "Kriteriet «%s» brukes verken i vekter eller vilkår. Bruk det eller fjern det.",
            "The criterion “%s” is used neither in weights nor in conditions. Use it or remove it."),
    PART_RULES(
            "Punktet «%s» vurderes av %s porteføljeregler, men skal vurderes av nøyaktig én.",
            "The point “%s” is evaluated by %s portfolio rules, but must be evaluated by exactly one."),
    UNREACHABLE(
            "Vilkåret krever %s, men kriteriet gir høyst %s. Senk kravet.",
            "The condition asks for %s, but the criterion gives at most %s. Lower it."),
    BAD_CODE(
            "«%s» er ingen formålskode. Skriv fire sifre, for eksempel \"1300\", eller datasenter.",
            "“%s” is no purpose code. Write four digits, for instance \"1300\", or datasenter."),
    WRONG_SUBJECT(
            "«%s» passer ikke med formen og det regelen ser på. Velg en annen mengde eller et annet emne.",
            "“%s” does not fit the form and what the rule looks at. Choose another quantity or subject."),
    WRONG_RULE(
            "Regelen «%s» kan ikke brukes her; det må være %s.", "The rule “%s” cannot be used here; it must be %s."),
    UNREACHABLE_BOUND(
            "Grensen kan aldri holdes: mengden ligger fra 0 til %s. Rett grensen.",
            "The bound can never be kept: the quantity lies from 0 to %s. Correct the bound."),
    LEVELS(
            "mediumFrom (%s) kan ikke være større enn highFrom (%s). Bytt om på dem.",
            "mediumFrom (%s) cannot be greater than highFrom (%s). Swap them.");

    private final String nb;
    private final String en;

    Fault(String nb, String en) {
        this.nb = nb;
        this.en = en;
    }

    /** Reports the fault at its place. */
    void at(Node place, Faults faults, Object... args) {
        faults.add(place, name(), new Text(nb, en).filled(args));
    }
}
