package no.arealkompass.plan;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import no.arealkompass.yaml.Text;

/** The words of everything that has to be said about plans, made from a code and its arguments here and nowhere else. */
final class Words {
    private static final Properties NB = read("words_nb.properties");
    private static final Properties EN = read("words_en.properties");

    private Words() {}

    /** What there is to say. */
    static Text text(String code, Map<String, String> args) {
        return new Text(fill(NB, code, args), fill(EN, code, args));
    }

    /** What to do about it. */
    static Text remedy(String code, Map<String, String> args) {
        return text(code + ".remedy", args);
    }

    static Properties texts(boolean nb) {
        return nb ? NB : EN;
    }

    private static String fill(Properties texts, String key, Map<String, String> args) {
        String text = Objects.requireNonNull(texts.getProperty(key), () -> "No words for " + key);
        for (Map.Entry<String, String> arg : args.entrySet()) {
            text = text.replace("{" + arg.getKey() + "}", arg.getValue());
        }
        return text;
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
