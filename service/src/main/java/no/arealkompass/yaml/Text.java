package no.arealkompass.yaml;

/** The same words in Norwegian bokmål and in English. */
public record Text(String nb, String en) {

    /** The sentence with its gaps {@code %s} filled; a text among the arguments fills each language with its own word. */
    public Text filled(Object... args) {
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
