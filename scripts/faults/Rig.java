import java.io.IOException;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import no.arealkompass.cluster.Cluster;

/** A service from the built jar over a cluster of its own, to be broken. Nothing of anybody's data is touched. */
final class Rig implements AutoCloseable {
    static final String PASSWORD = "Fault-experiment-7f2c9";

    final Path home;
    final Cluster cluster;
    final int port;
    private final Path jar;
    private final List<String> options = new ArrayList<>();
    private Process service;
    Path log;

    Rig(Path jar, Path home) throws IOException {
        this.jar = jar;
        this.home = Files.createDirectories(home);
        this.cluster = Cluster.durable(home);
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        log = home.resolve("service.log");
    }

    Rig option(String option) {
        options.add(option);
        return this;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    void openDatabase() {
        cluster.start();
        cluster.database("areal");
    }

    /** Starts the service and waits until it is ready. */
    void startService() throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        var start = new ProcessBuilder(command);
        start.environment().putAll(Map.of(
                "LC_ALL", "C.UTF-8",
                "AREAL_PORT", Integer.toString(port),
                "AREAL_DB_URL", cluster.url("areal"),
                "AREAL_DB_USER", Cluster.SERVICE_ROLE,
                "AREAL_DB_PASSWORD", cluster.servicePassword(),
                "AREAL_DB_OWNER", Cluster.ROLE,
                "AREAL_DB_OWNER_PASSWORD", cluster.password(),
                "AREAL_BASE_MAP", "",
                "AREAL_LIMITS_FACTOR", "1000"));
        start.environment().put("AREAL_SIGNING_FOLDER", home.resolve("keys").toString());
        start.environment().put("AREAL_FETCH_FOLDER", home.resolve("fetched").toString());
        service = start.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long until = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (status("/actuator/health/readiness") != 200) {
            if (!service.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("the service does not start, see " + log);
            }
            Thread.sleep(50);
        }
        cluster.sql(
                "areal",
                "update trial_account set password_hash = '{noop}" + PASSWORD + "' where name = 'admin';");
    }

    /** As when the power fails. */
    void killService() throws InterruptedException {
        service.destroyForcibly().waitFor();
    }

    void killDatabase() throws IOException {
        var pid = Files.readAllLines(home.resolve("db").toRealPath().resolve("postmaster.pid")).get(0).strip();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    static String login() {
        return "Basic "
                + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> send(String method, String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .timeout(Duration.ofSeconds(120))
                .header("Authorization", login())
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> json(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(base() + path))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> read(String path) throws IOException, InterruptedException {
        return send("GET", path, "", new byte[0]);
    }

    /** 0 when nobody answers. */
    int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One value, as the cluster's superuser sees it. */
    String sql(String statement) {
        return cluster.sql("areal", statement);
    }

    @Override
    public void close() {
        if (service != null) {
            service.destroy();
            try {
                service.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        cluster.stop();
    }
}
