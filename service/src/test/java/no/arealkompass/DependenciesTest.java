package no.arealkompass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service is made of: the bill of materials names all of it, every licence is one we have looked at, every version
 * is one version. The bill is written by every build that reaches the artifact repository; without one these tests fail.
 */
class DependenciesTest {
    private static final Path ROOT = TestDatabase.buildFolder().resolve("../..").normalize();

    private static JsonNode bill(String name) throws IOException {
        try (InputStream in = DependenciesTest.class.getResourceAsStream("/META-INF/sbom/" + name)) {
            assertThat(in).as("META-INF/sbom/%s: build once without -o", name).isNotNull();
            return JsonMapper.shared().readTree(in);
        }
    }

    private static List<JsonNode> components() throws IOException {
        var all = new ArrayList<JsonNode>();
        bill("application.cdx.json").path("components").forEach(all::add);
        bill("bundled.cdx.json").path("components").forEach(all::add);
        return all;
    }

    private static String name(JsonNode component) {
        var group = component.path("group").asString("");
        return (group.isEmpty() ? "" : group + ":") + component.path("name").asString();
    }

    private static Set<String> licences(JsonNode component) {
        var found = new TreeSet<String>();
        for (var entry : component.path("licenses")) {
            var licence = entry.path("license");
            found.add(entry.path("expression")
                    .asString(licence.path("id").asString(licence.path("name").asString(""))));
        }
        return found;
    }

    /** A choice ("or") is fine when we may choose one of the list; a new licence has to be looked at by a person first. */
    @Test
    void everyLicenceIsOneThatWasLookedAt() throws IOException {
        var allowed = Files.readAllLines(ROOT.resolve("docs/licences.txt")).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
        var strange = new ArrayList<String>();
        for (var component : components()) {
            var licences = licences(component);
            boolean known = licences.stream()
                    .flatMap(l -> Pattern.compile(" (?i:or) ").splitAsStream(l.replaceAll("[()]", "")))
                    .anyMatch(allowed::contains);
            if (!known) {
                strange.add(name(component) + " " + licences);
            }
        }
        assertThat(strange)
                .as("look at the licence, then add it to docs/licences.txt and THIRD-PARTY-NOTICES.md")
                .isEmpty();
    }

    @Test
    void theNoticesNameEverythingInItsVersion() throws IOException {
        var notices = Files.readString(ROOT.resolve("THIRD-PARTY-NOTICES.md"));
        var missing = new ArrayList<String>();
        for (var component : bill("application.cdx.json").path("components")) {
            var group = component.path("group").asString("");
            var version = component.path("version").asString();
            var named = Pattern.compile(Pattern.quote(group + " " + version + ": ") + "([^;|]*, )?"
                    + Pattern.quote(component.path("name").asString()) + "(?=[,; ])");
            if (!group.equals("no.arealkompass") && !named.matcher(notices).find()) {
                missing.add(
                        group + " " + version + ": " + component.path("name").asString());
            }
        }
        assertThat(missing).as("THIRD-PARTY-NOTICES.md").isEmpty();
    }

    /** A bill of materials sees one wrapper; what is in it stands in a bill of our own. */
    @Test
    void whatGeotoolsWrapperHoldsIsListed() throws IOException {
        var listed = components().stream().map(DependenciesTest::name).collect(Collectors.toSet());
        var wrapper = Pattern.compile(Pattern.quote(java.io.File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(p -> p.contains("geotools-wrapper"))
                .findFirst()
                .orElseThrow();
        try (JarFile jar = new JarFile(wrapper)) {
            var inside = jar.stream()
                    .map(e -> e.getName())
                    .filter(n -> n.matches("META-INF/maven/[^/]+/[^/]+/pom.properties"))
                    .map(n -> n.split("/", -1)[2] + ":" + n.split("/", -1)[3])
                    .toList();
            assertThat(inside).isNotEmpty();
            assertThat(listed).containsAll(inside);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"web/static/vendor", "service/src/main/resources/no/arealkompass/paper/vendor"})
    void vendoredFilesAreListedAndAsPublished(String folder) throws Exception {
        var listed = components().stream()
                .map(c -> name(c) + " " + c.path("version").asString())
                .collect(Collectors.toSet());
        var manifest = JsonMapper.shared().readTree(Files.readString(ROOT.resolve(folder + "/manifest.json")));
        assertThat(manifest).isNotEmpty();
        var known = new TreeSet<Path>(Set.of(ROOT.resolve(folder + "/manifest.json")));
        for (var entry : manifest) {
            assertThat(listed)
                    .contains(entry.path("name").asString() + " "
                            + entry.path("version").asString());
            for (var file : entry.path("files").properties()) {
                var path = ROOT.resolve(folder)
                        .resolve(entry.path("folder").asString())
                        .resolve(file.getKey());
                known.add(path);
                var sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
                assertThat(HexFormat.of().formatHex(sum))
                        .as(path.toString())
                        .isEqualTo(file.getValue().asString());
            }
        }
        try (var files = Files.walk(ROOT.resolve(folder))) {
            assertThat(files.filter(Files::isRegularFile))
                    .as("nothing that nobody vouches for")
                    .allMatch(known::contains);
        }
    }

    /** One version, the same tomorrow: no range, no snapshot, nothing that is looked up at the time of the build. */
    @Test
    void versionsArePinned() throws IOException {
        var version = Pattern.compile("<version>([^<]*)</version>|<[\\w.-]+\\.version>([^<]*)</");
        for (var pom : List.of("pom.xml", "service/pom.xml", "web/pom.xml", "gis-data/pom.xml")) {
            // The rules about JDK and Maven are ranges by nature.
            var text = Files.readString(ROOT.resolve(pom)).replaceAll("(?s)<rules>.*?</rules>", "");
            var match = version.matcher(text);
            while (match.find()) {
                var said = match.group(1) == null ? match.group(2) : match.group(1);
                assertThat(said).as(pom).doesNotContain("SNAPSHOT", "LATEST", "RELEASE", "[", ",");
            }
        }
        for (var component : bill("application.cdx.json").path("components")) {
            assertThat(component.path("version").asString())
                    .as(name(component))
                    .isNotEmpty()
                    .doesNotContain("SNAPSHOT");
        }
        var lock = JsonMapper.shared()
                .readTree(Files.readString(ROOT.resolve("web/package-lock.json"), StandardCharsets.UTF_8));
        lock.path("packages").properties().stream()
                .filter(p -> !p.getKey().isEmpty())
                .forEach(p -> assertThat(p.getValue().path("integrity").asString(""))
                        .as(p.getKey())
                        .isNotEmpty());
    }
}
