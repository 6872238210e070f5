package no.arealkompass.paper;

/** The words around the slide of a plan check. */
final class CheckWords {
    private CheckWords() {}

    static Slide.Words of(CheckDocument check, String credit, Language language) {
        var strategy = check.body.path("strategy");
        var sample = check.sample() ? language.of("Oppdiktede eksempeldata. ", "Made-up sample data. ") : "";
        return new Slide.Words(
                language.of(check.body.path("subject").path("name")),
                language.of(check.body.path("verdict").path("sentence")),
                CheckSheet.tone(check.body),
                check.top().stream()
                        .map(finding -> new Slide.Point(
                                String.valueOf(finding.number()),
                                language.of(finding.body().path("sentence")),
                                CheckScene.style(finding.kind())))
                        .toList(),
                sample
                        + language.of(strategy.path("name"))
                        + language.of(", versjon ", ", version ")
                        + strategy.path("version").asString("")
                        + ". "
                        + language.of("Kontrollert ", "Checked ")
                        + language.date(check.body.path("madeAt").asString(""))
                        + " · Arealkompass "
                        + check.body.path("id").asString(""),
                credit);
    }
}
