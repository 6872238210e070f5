package no.arealkompass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The jar that is shipped: its library order, and its start with the environment that docker-compose.yml gives it. */
class FatJarIT {
    private static final Path JAR = TestDatabase.buildFolder().resolve("arealkompass.jar");
    /** What an operator may leave out, and what stands for it then. AREAL_PORT is for the machine outside. */
    private static final Pattern OPTIONAL = Pattern.compile("^\\$\\{\\w+:-(.*)}$");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void slf4jIsTheFirstLibraryAndTheWrapperTheLast() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> order = new String(
                            jar.getInputStream(jar.getEntry("BOOT-INF/classpath.idx"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(order.getFirst()).contains("/slf4j-api-2");
            assertThat(order.getLast()).contains("/geotools-wrapper-");
        }
    }

    @Test
    void theBillOfMaterialsIsInTheJarAndNamesAllOfIt() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            Set<String> listed = new TreeSet<>();
            for (String bill : List.of("application", "bundled")) {
                ZipEntry entry = jar.stream()
                        .filter(e -> e.getName().endsWith("META-INF/sbom/" + bill + ".cdx.json"))
                        .findFirst()
                        .orElseThrow();
                JsonMapper.shared()
                        .readTree(jar.getInputStream(entry))
                        .path("components")
                        .forEach(c -> listed.add(c.path("name").asString() + "-"
                                + c.path("version").asString() + ".jar"));
            }
            List<String> inside = jar.stream()
                    .map(e -> e.getName().replaceFirst("^BOOT-INF/lib/", ""))
                    .filter(n -> n.endsWith(".jar"))
                    .toList();
            assertThat(inside).isNotEmpty();
            assertThat(listed).containsAll(inside);
        }
    }

    @Test
    void startsWithTheEnvironmentOfTheComposeFile() throws Exception {
        TestDatabase database = TestDatabase.create();
        int port = freePort();
        Map<String, String> environment = new TreeMap<>(Map.of(
                "AREAL_PORT", Integer.toString(port),
                "AREAL_DB_URL", database.url(),
                "AREAL_DB_OWNER", database.owner(),
                "AREAL_DB_OWNER_PASSWORD", database.ownerPassword(),
                "AREAL_DB_USER", database.user(),
                "AREAL_DB_PASSWORD", database.password(),
                "AREAL_SIGNING_FOLDER",
                        TestDatabase.buildFolder().resolve("test-keys").toString()));
        var compose = environmentOfCompose();
        compose.forEach(
                (name, value) -> OPTIONAL.matcher(value).results().forEach(m -> environment.put(name, m.group(1))));
        assertThat(compose.keySet()).isEqualTo(environment.keySet());

        Path log = TestDatabase.buildFolder().resolve("fat-jar.log");
        ProcessBuilder start =
                new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-jar", JAR.toString());
        start.environment().putAll(environment);
        Process service =
                start.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(ready(port, service)).as("see %s", log).isTrue();
        } finally {
            service.destroy();
            service.waitFor();
        }
        assertThat(Files.readString(log)).doesNotContain("SLF4J:");
    }

    private static Map<String, String> environmentOfCompose() throws IOException {
        Path file = TestDatabase.buildFolder().resolve("../../docker-compose.yml");
        JsonNode environment = new YAMLMapper().readTree(Files.readString(file)).at("/services/service/environment");
        return environment
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().asString()));
    }

    private static boolean ready(int port, Process service) throws Exception {
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .build();
        Instant end = Instant.now().plus(PATIENCE);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (service.isAlive() && Instant.now().isBefore(end)) {
                try {
                    if (client.send(question, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return true;
                    }
                } catch (ConnectException notYet) {
                    // asked again below
                }
                Thread.sleep(300);
            }
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
