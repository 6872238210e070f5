package no.arealkompass.strategy;

/** What can be wrong with a strategy document; the one place with the sentences. Each says what is wrong and the remedy. */
enum Fault {
    TOO_LARGE(
            "Dokumentet er større enn %s byte. Del det opp; en strategi er sjelden over 200 000 byte.",
            "The document is larger than %s bytes. Split it; a strategy is rarely above 200,000 bytes."),
    NOT_YAML(
            "Dokumentet er ikke gyldig YAML (%s). Rett tegnsetting eller innrykk her.",
            "The document is not valid YAML (%s). Correct the punctuation or indentation here."),
    ANCHOR(
            "Anker (&) og alias (*) er ikke tillatt. Skriv innholdet ut der det gjelder.",
            "Anchors (&) and aliases (*) are not allowed. Write the content out where it applies."),
    TOO_DEEP(
            "Dokumentet har for mange nivåer inni hverandre (over %s). Rett innrykk eller klammer.",
            "The document is nested too deeply (more than %s levels). Correct the indentation or brackets."),
    WRONG_TYPE(
            "Her skal det stå %s, men det står %s. Rett verdien.", "%s is expected here, but %s is found. Correct it."),
    QUOTE("Her skal det stå tekst. Sett %s i anførselstegn.", "Text is expected here. Put %s in quotation marks."),
    MISSING_KEY(
            "Nøkkelen «%s» mangler. Alle nøkler må være med; legg den til her.",
            "The key “%s” is missing. Every key is required; add it here."),
    UNKNOWN_KEY(
            "Ukjent nøkkel «%s». Fjern den eller rett skrivemåten; her kan det stå: %s.",
            "Unknown key “%s”. Remove it or correct the spelling; allowed here: %s."),
    DUPLICATE_KEY(
            "Nøkkelen «%s» står to ganger. Behold bare én av dem.",
            "The key “%s” occurs twice. Keep only one of them."),
    EMPTY_TEXT("Teksten er tom. Fyll den ut.", "The text is empty. Fill it in."),
    TOO_FEW(
            "Listen har %s, men trenger minst %s. Legg til det som mangler.",
            "The list has %s but needs at least %s. Add what is missing."),
    NOT_ONE_OF("«%s» er ikke et gyldig valg. Velg blant: %s.", "“%s” is not a valid choice. Choose among: %s."),
    BAD_ID(
            "«%s» kan ikke brukes som id. Bruk bokstaver a–z, tall, understrek, punktum og bindestrek.",
            "“%s” cannot be used as an id. Use letters a–z, digits, underscore, full stop and hyphen."),
    BAD_URL(
            "«%s» er ikke en nettadresse. Skriv https://… eller la den stå tom.",
            "“%s” is not a web address. Write https://… or leave it empty."),
    BAD_DATE(
            "«%s» er ikke en dato. Skriv år, år-måned eller år-måned-dag, for eksempel 2017 eller 2017-06-15.",
            "“%s” is not a date. Write year, year-month or year-month-day, for instance 2017 or 2017-06-15."),
    OUT_OF_RANGE("Tallet %s er utenfor det tillatte. Det må være %s.", "The number %s is out of range. It must be %s."),
    DUPLICATE("«%s» er brukt før. Gi hver sin egen verdi.", "“%s” is used before. Give each its own value."),
    UNKNOWN_REFERENCE(
            "%s «%s» finnes ikke i strategien. Rett id-en eller legg den til.",
            "There is no %s “%s” in the strategy. Correct the id or add it."),
    WEIGHTS_SUM(
            "Vektene blir %s til sammen, men skal bli 100. Juster dem.",
            "The weights add up to %s but must be 100. Adjust them."),
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
    LEVELS(
            "mediumFrom (%s) kan ikke være større enn highFrom (%s). Bytt om på dem.",
            "mediumFrom (%s) cannot be greater than highFrom (%s). Swap them.");

    private final String nb;
    private final String en;

    Fault(String nb, String en) {
        this.nb = nb;
        this.en = en;
    }

    /** The sentence with its gaps filled; a {@link Text} among the arguments fills each language with its own word. */
    Text message(Object... args) {
        return new Text(fill(nb, true, args), fill(en, false, args));
    }

    private static String fill(String pattern, boolean nb, Object... args) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Object arg : args) {
            int gap = pattern.indexOf("%s", from);
            out.append(pattern, from, gap);
            out.append(arg instanceof Text text ? (nb ? text.nb() : text.en()) : String.valueOf(arg));
            from = gap + 2;
        }
        return out.append(pattern.substring(from)).toString();
    }
}
