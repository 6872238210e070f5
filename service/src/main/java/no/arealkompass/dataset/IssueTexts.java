package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import no.arealkompass.yaml.Text;

/** The words of every import issue, made from its code and arguments here and nowhere else. */
final class IssueTexts {
    private static final Properties NB = read("issues_nb.properties");
    private static final Properties EN = read("issues_en.properties");

    private IssueTexts() {}

    /** What is wrong. */
    static Text message(String code, Map<String, String> args) {
        return new Text(fill(NB, code, args), fill(EN, code, args));
    }

    /** What to do about it. */
    static Text remedy(String code, Map<String, String> args) {
        return message(code + ".remedy", args);
    }

    static Properties texts(boolean nb) {
        return nb ? NB : EN;
    }

    private static String fill(Properties texts, String key, Map<String, String> args) {
        String text = Objects.requireNonNull(
                texts.getProperty(special(texts, key, args)), () -> "No words for the issue " + key);
        for (Map.Entry<String, String> arg : args.entrySet()) {
            text = text.replace("{" + arg.getKey() + "}", arg.getValue());
        }
        return text;
    }

    /** Reasons of the geometry library have plain words of their own: {@code INVALID.self-intersection.remedy}. */
    private static String special(Properties texts, String key, Map<String, String> args) {
        String reason = args.getOrDefault("reason", "");
        int code = key.indexOf('.') < 0 ? key.length() : key.indexOf('.');
        String special = key.substring(0, code) + "."
                + reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + key.substring(code);
        return texts.containsKey(special) ? special : key;
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(IssueTexts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
