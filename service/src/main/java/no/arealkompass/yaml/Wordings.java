package no.arealkompass.yaml;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Texts in both languages by key, with holes in braces, from two properties files beside the class that says them. */
public final class Wordings {
    private final Properties nb;
    private final Properties en;

    private Wordings(Properties nb, Properties en) {
        this.nb = nb;
        this.en = en;
    }

    /**
     * Reads both files.
     *
     * @param name the files' name without {@code _nb.properties} and {@code _en.properties}
     */
    public static Wordings beside(Class<?> owner, String name) {
        return new Wordings(read(owner, name + "_nb.properties"), read(owner, name + "_en.properties"));
    }

    /** Whether there is a text by this key. */
    public boolean has(String key) {
        return nb.containsKey(key);
    }

    /** The text by this key, its holes filled. */
    public Text text(String key, Map<String, String> args) {
        return new Text(fill(nb, key, args), fill(en, key, args));
    }

    /** All texts of one language as they stand. */
    public Properties all(boolean norwegian) {
        return norwegian ? nb : en;
    }

    private static String fill(Properties texts, String key, Map<String, String> args) {
        String text = Objects.requireNonNull(texts.getProperty(key), () -> "No words for " + key);
        for (Map.Entry<String, String> arg : args.entrySet()) {
            text = text.replace("{" + arg.getKey() + "}", arg.getValue());
        }
        return text;
    }

    private static Properties read(Class<?> owner, String name) {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(owner.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
