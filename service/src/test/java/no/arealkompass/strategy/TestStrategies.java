package no.arealkompass.strategy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The strategy files of the gis-data module, for tests. */
public final class TestStrategies {

    private static final String FOLDER = "gis-data/strategies/";

    private TestStrategies() {}

    /** A file's text, by its path inside the folder of strategies. */
    public static String read(String file) throws IOException {
        try (var in = TestStrategies.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IOException("No file " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Names of the files with examples. */
    public static List<String> specs() throws IOException {
        return names("*.spec.yaml");
    }

    /** Names of the strategies themselves. */
    public static List<String> strategies() throws IOException {
        return names("*.yaml").stream()
                .filter(name -> !name.endsWith(".spec.yaml"))
                .toList();
    }

    /** Names of the broken examples, with their folder. */
    static List<String> invalid() throws IOException {
        return names("invalid/*.yaml").stream().map(name -> "invalid/" + name).toList();
    }

    private static List<String> names(String pattern) throws IOException {
        List<String> names = new ArrayList<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + pattern)) {
            names.add(String.valueOf(resource.getFilename()));
        }
        return names.stream().sorted().toList();
    }
}
