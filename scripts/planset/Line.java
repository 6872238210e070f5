/** What a rule must say of a subject. */
final class Line {
    int looked;
    int broken;
    int undecided;
    int ignored;
    double ignoredM2;
    Double amount;
    boolean unplanned; // some municipality has no plan, so nothing is clear

    String outcome() {
        return broken > 0 ? "deviates" : undecided > 0 || unplanned ? "undecided" : "follows";
    }
}
