package no.arealkompass.yaml;

/** What can be wrong with any document; the one place with the sentences. Each says what is wrong and the remedy. */
enum Fault {
    TOO_LARGE(
            "Dokumentet er større enn %s byte. Del det opp; det er sjelden over 200 000 byte.",
            "The document is larger than %s bytes. Split it; it is rarely above 200,000 bytes."),
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
            "Her skal det stå %s, men det står %s. Rett verdien.",
            "Expected %s here, but found %s. Correct the value."),
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
    OUT_OF_RANGE("Tallet %s er utenfor det tillatte. Det må være %s.", "The number %s is out of range. It must be %s."),
    DUPLICATE("«%s» er brukt før. Gi hver sin egen verdi.", "“%s” is used before. Give each its own value.");

    private final String nb;
    private final String en;

    Fault(String nb, String en) {
        this.nb = nb;
        this.en = en;
    }

    Text message(Object... args) {
        return new Text(nb, en).filled(args);
    }
}
