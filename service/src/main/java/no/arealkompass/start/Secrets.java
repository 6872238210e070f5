package no.arealkompass.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;

/**
 * Passwords come from the environment or from files that it names ({@code AREAL_DB_PASSWORD_FILE}), and are looked at before
 * anything starts: a service on the net with a password out of every list of passwords is worse than none. Where the
 * installation is for trying out ({@code AREAL_TRIAL=true}), the quality is the trier's own affair. Nothing of a
 * password is ever told. Registered in spring.factories.
 */
public class Secrets implements EnvironmentPostProcessor, Ordered {
    private static final Pattern IN_FILE = Pattern.compile("(AREAL_\\w*(?:PASSWORD|SECRET))_FILE");
    private static final Pattern SECRET = Pattern.compile(
            "(?i)AREAL_\\w*(?:PASSWORD|SECRET)|areal\\..*(?:password|secret)|spring\\.datasource\\.password|spring\\.flyway\\.password"
                    + "|spring\\.security\\.oauth2\\..*client-?secret");

    static final int SHORTEST = 12;
    private static final int FEWEST_LETTERS = 6;
    private static final int LONGEST_FILE = 4096;

    /** Alone, repeated, or with figures and signs round them. */
    private static final Set<String> KNOWN = Set.of(
            "admin",
            "administrator",
            "areal",
            "arealkompass",
            "changeit",
            "changeme",
            "database",
            "default",
            "example",
            "hemmelig",
            "kongsvinger",
            "letmein",
            "passord",
            "password",
            "postgres",
            "postgresql",
            "qwerty",
            "qwertyuiop",
            "root",
            "secret",
            "sommer",
            "test",
            "trial",
            "velkommen",
            "vinter",
            "welcome");

    /** The longest first: the regular expression takes the first that fits. */
    private static final String KNOWN_WORDS = KNOWN.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(Collectors.joining("|"));

    /** After application.yaml has been read: what stands there counts too. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var names = names(environment);
        readFiles(environment, names);
        if (environment.getProperty("AREAL_TRIAL", Boolean.class, false)) {
            return;
        }
        for (var name : names(environment)) {
            var value = SECRET.matcher(name).matches() ? environment.getProperty(name, "") : "";
            if (!value.isEmpty() && isWeak(value)) {
                throw weak(name);
            }
        }
    }

    private static StartFault weak(String name) {
        return new StartFault(name + " is too easy to guess. Take at least " + SHORTEST
                + " characters that are in no list of passwords (for instance: openssl rand -base64 24), or set AREAL_TRIAL=true"
                + " for an installation that nobody else can reach.");
    }

    private static Set<String> names(ConfigurableEnvironment environment) {
        var names = new TreeSet<String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                names.addAll(Set.of(listed.getPropertyNames()));
            }
        }
        return names;
    }

    private static void readFiles(ConfigurableEnvironment environment, Set<String> names) {
        Map<String, Object> read = new TreeMap<>();
        for (var name : names) {
            var inFile = IN_FILE.matcher(name);
            var file = inFile.matches() ? environment.getProperty(name, "") : "";
            if (!file.isEmpty()) {
                var plain = inFile.group(1);
                if (!environment.getProperty(plain, "").isEmpty()) {
                    throw new StartFault("Both " + plain + " and " + name + " are set. Take one of them away.");
                }
                read.put(plain, read(name, file));
            }
        }
        if (!read.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("secrets in files", read));
        }
    }

    /** One line; the line break at its end belongs to the editor. */
    private static String read(String name, String file) {
        try (var in = Files.newInputStream(Path.of(file))) {
            var bytes = in.readNBytes(LONGEST_FILE + 1);
            var text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
            if (bytes.length > LONGEST_FILE || text.isBlank() || text.lines().count() != 1) {
                throw new StartFault(name + ": the file must hold one line, which is the password.");
            }
            return text;
        } catch (IOException | InvalidPathException e) {
            throw new StartFault(name + " names a file that cannot be read. Check its path and who may read it.", e);
        }
    }

    /** Short, made of few different characters, or a word that everybody tries first. */
    static boolean isWeak(String secret) {
        var letters = secret.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        boolean known =
                !letters.isEmpty() && letters.replaceAll(KNOWN_WORDS, "").isEmpty();
        return secret.length() < SHORTEST
                || secret.chars().distinct().count() < FEWEST_LETTERS
                || known
                || isRow(secret);
    }

    /** 123456789012, abcdefghijkl. */
    private static boolean isRow(String secret) {
        int next = 0;
        for (int i = 1; i < secret.length(); i++) {
            int step = secret.charAt(i) - secret.charAt(i - 1);
            next += step == 1 || step == -9 ? 1 : 0;
        }
        return next >= secret.length() - 2;
    }
}
