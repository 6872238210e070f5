package no.arealkompass.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found.
 *
 * @param fitting sites that answer everything that was asked
 * @param unsure sites that nothing speaks against, but that lack an answer
 * @param all how many sites are published
 * @param notStated question → how many of all published sites lack an answer to it
 */
public record Listing(List<Listed> fitting, List<Unsure> unsure, int all, Map<Question, Integer> notStated) {

    /**
     * A site that may fit.
     *
     * @param lacking what nobody has stated
     */
    public record Unsure(Listed site, Set<Question> lacking) {}

    /** How many sites lack an answer to a question, by its name. */
    public int missing(String question) {
        return notStated.getOrDefault(Question.valueOf(question), 0);
    }

    /** How many sites do not fit. */
    public int left() {
        return all - fitting.size() - unsure.size();
    }
}
