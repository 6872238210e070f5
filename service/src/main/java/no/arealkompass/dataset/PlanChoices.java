package no.arealkompass.dataset;

import java.util.Optional;
import java.util.Set;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * What whoever hands in a plan says about it. In a file of one plan it counts against the file's own word; in a file of
 * several it fills only what is missing.
 *
 * @param municipality number, four digits
 * @param planId planidentifikasjon
 * @param stage one of {@link #STAGES}
 * @param sender who delivers it
 */
public record PlanChoices(
        @Nullable String municipality,
        @Nullable String planId,
        @Nullable String planName,
        @Nullable String stage,
        @Nullable String sender) {
    /** Nothing is said. */
    public static final PlanChoices NONE = new PlanChoices(null, null, null, null, null);

    /** How far a plan may have come: asked for, worked on, on public inspection, adopted. */
    public static final Set<String> STAGES = Set.of("input", "proposal", "hearing", "adopted");

    private static final int LONGEST = 200;

    public PlanChoices(
            @Nullable String municipality,
            @Nullable String planId,
            @Nullable String planName,
            @Nullable String stage,
            @Nullable String sender) {
        this.municipality = blankToNull(municipality);
        this.planId = blankToNull(planId);
        this.planName = blankToNull(planName);
        this.stage = blankToNull(stage);
        this.sender = blankToNull(sender);
    }

    /** Why a choice cannot be taken, and how it is written. */
    public record Fault(Text what, Text remedy) {}

    /** What is wrong with the first choice that cannot be taken. */
    public Optional<Fault> fault() {
        if (municipality != null && !municipality.matches("[0-9]{4}")) {
            return fault(
                    new Text(
                            "Kommunenummeret «" + shown(municipality) + "» er ikke fire sifre.",
                            "The municipality number “" + shown(municipality) + "” is not four digits."),
                    new Text("Skriv for eksempel 3414.", "Write for example 3414."));
        }
        if (stage != null && !STAGES.contains(stage)) {
            return fault(
                    new Text(
                            "Stadiet «" + shown(stage) + "» finnes ikke.", "There is no stage “" + shown(stage) + "”."),
                    new Text(
                            "Velg input (innspill), proposal (forslag), hearing (høring) eller adopted (vedtatt).",
                            "Choose input, proposal, hearing or adopted."));
        }
        return tooLong(planId) || tooLong(planName) || tooLong(sender)
                ? fault(
                        new Text("En tekst om planen er for lang.", "A text about the plan is too long."),
                        new Text("Hold den under 200 tegn.", "Keep it below 200 characters."))
                : Optional.empty();
    }

    PlanChoices sentBy(String name) {
        return new PlanChoices(municipality, planId, planName, stage, name);
    }

    private static Optional<Fault> fault(Text what, Text remedy) {
        return Optional.of(new Fault(what, remedy));
    }

    private static boolean tooLong(@Nullable String text) {
        return text != null && text.length() > LONGEST;
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
