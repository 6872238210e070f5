package no.arealkompass.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One PostgreSQL cluster with PostGIS and pgRouting in a folder of ours: loopback only, generated passwords, never root.
 *
 * <p>The home folder holds {@code secret} (passwords, mode 0600), {@code port} (the port used last) and {@code db} (the
 * data, or a link to them when the user postgres cannot reach the home folder). Only the JDK is used, so that
 * {@code java Cluster.java start HOME} works before anything is built. Every failure is a {@link Failure}, whose message
 * is meant for the person at the console.
 */
public final class Cluster {
    /** The role that owns the service's databases; it may not create extensions or roles. */
    public static final String ROLE = "areal";

    /** The role the service logs in as; it owns nothing and sees the rows that its caller may see. */
    public static final String SERVICE_ROLE = "areal_app";

    /** What the service becomes for callers that see everything; nobody logs in as it. */
    private static final String EVERYTHING = "areal_all";

    private static final String SUPERUSER = "postgres";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Path ELSEWHERE = Path.of("/var/lib/arealkompass");
    private static final String LOOPBACK = "127.0.0.1";

    private final Path home;
    private final boolean durable;
    private final boolean root = "root".equals(System.getProperty("user.name"));

    private Cluster(Path home, boolean durable) {
        this.home = home.toAbsolutePath().normalize();
        this.durable = durable;
    }

    /** The cluster of this home folder; what it has stored survives a power cut. */
    public static Cluster durable(Path home) {
        return new Cluster(home, true);
    }

    /** A cluster for tests: quick, and worth nothing after the machine has stopped. */
    public static Cluster throwAway(Path home) {
        return new Cluster(home, false);
    }

    /** What went wrong and what to do, in words for the person at the console. */
    public static final class Failure extends RuntimeException {
        private Failure(String message) {
            super(message);
        }
    }

    /** Creates the cluster if there is none, starts it if it does not run; true if this call started it. */
    public boolean start() {
        Path data = data();
        try (FileChannel channel =
                        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            Objects.requireNonNull(alone);
            boolean created = Files.exists(data.resolve("PG_VERSION")) && !Files.exists(unfinished());
            if (created && !Files.exists(home.resolve("secret"))) {
                forgetPassword(data);
                created = false;
            }
            if (created && runningPort(data).isPresent()) {
                awaitAnswer();
                return false;
            }
            if (!created) {
                create(data);
            }
            startServer(data);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the cluster if it runs; what was committed is kept. */
    public void stop() {
        Path data = data();
        if (runningPort(data).isPresent()) {
            asOwner(program(data, "pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
        }
    }

    /** The port of the running cluster; empty when it does not run. */
    public Optional<Integer> port() {
        return runningPort(data());
    }

    /** JDBC address of a database in the running cluster. */
    public String url(String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + runningPortOrFail() + "/" + database;
    }

    /** The password of {@link #ROLE}. */
    public String password() {
        return secret(ROLE);
    }

    /** The password of {@link #SERVICE_ROLE}. */
    public String servicePassword() {
        return secret(SERVICE_ROLE);
    }

    /** Creates the roles and a database with its extensions, unless they are there. */
    public void database(String name) {
        completeSecret();
        sql("postgres", """
                select 'create role %1$s login' where not exists (select from pg_roles where rolname = '%1$s') \\gexec
                select 'create role %4$s nologin' where not exists (select from pg_roles where rolname = '%4$s') \\gexec
                select 'create role %5$s login noinherit' where not exists (select from pg_roles where rolname = '%5$s') \\gexec
                alter role %1$s password '%2$s';
                alter role %5$s password '%6$s';
                set client_min_messages = warning;
                grant %4$s to %5$s;
                select 'create database %3$s owner %1$s'
                  where not exists (select from pg_database where datname = '%3$s') \\gexec
                """.formatted(ROLE, password(), name, EVERYTHING, SERVICE_ROLE, servicePassword()));
        sql(name, """
                set client_min_messages = warning;
                create extension if not exists postgis;
                create extension if not exists pgrouting;
                create extension if not exists btree_gist;
                """);
    }

    /** Drops a database if it is there; whoever uses it is disconnected. */
    public void drop(String name) {
        sql("postgres", "set client_min_messages = warning; drop database if exists " + name + " with (force);");
    }

    /** Runs statements (psql syntax) as the cluster's superuser; returns what they print. */
    public String sql(String database, String statements) {
        ProcessBuilder psql = new ProcessBuilder(
                program(data(), "psql"),
                "-XqAt",
                "--set=ON_ERROR_STOP=1",
                "--file=-",
                "postgresql://%s@%s:%d/%s?connect_timeout=5"
                        .formatted(SUPERUSER, LOOPBACK, runningPortOrFail(), database));
        cleanEnvironment(psql).environment().put("PGPASSWORD", secret(SUPERUSER));
        return run(psql, statements);
    }

    // The folder

    /** The data folder, made if missing. Under root it belongs to the user postgres, who must be able to reach it. */
    private Path data() {
        try {
            Path data = home.resolve("db");
            if (!Files.exists(data)) {
                Files.createDirectories(home);
                Files.deleteIfExists(data); // a link to a folder that is gone
                if (root && !reachable()) {
                    Path elsewhere = ELSEWHERE.resolve(Integer.toHexString(home.hashCode()));
                    System.err.println(home + " is closed to the user postgres: the data are kept in " + elsewhere);
                    Files.createSymbolicLink(data, Files.createDirectories(elsewhere));
                } else {
                    Files.createDirectory(data);
                }
                giveAway(data.toRealPath());
            }
            return data.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean reachable() throws IOException {
        for (Path folder = home; folder != null; folder = folder.getParent()) {
            if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    /** There while initdb works; still there later when that was killed half-way. */
    private Path unfinished() {
        return home.resolve("unfinished");
    }

    private void create(Path data) throws IOException {
        Files.writeString(unfinished(), "");
        try (Stream<Path> leftOver = Files.walk(data)) { // of an initdb that was killed; it never held anything
            for (Path file : leftOver.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(data)) {
                    Files.delete(file);
                }
            }
        }
        List<String> command = new ArrayList<>(List.of(program(data, "initdb"), "-D", data.toString()));
        command.addAll(List.of("-U", SUPERUSER, "-E", "UTF8", "--locale=C.UTF-8", "-A", "scram-sha-256"));
        if (!durable) {
            command.add("--no-sync");
        }
        Path passwordFile = Files.createTempFile("areal", ".tmp");
        try {
            Files.writeString(passwordFile, makeSecret());
            giveAway(passwordFile);
            command.add("--pwfile=" + passwordFile);
            asOwner(command.toArray(String[]::new));
        } finally {
            Files.delete(passwordFile);
        }
        Files.delete(unfinished());
    }

    /** A cluster of an earlier version knows no password of the service's role. */
    private void completeSecret() {
        Path file = home.resolve("secret");
        try {
            String known = Files.readString(file);
            if (!known.contains(SERVICE_ROLE + "=")) {
                Path next = home.resolve("secret.new");
                Files.deleteIfExists(next);
                Files.createFile(next, OWNER_ONLY);
                Files.writeString(next, known.stripTrailing() + "\n" + SERVICE_ROLE + "=" + randomPassword() + "\n");
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes new passwords for all roles; returns the superuser's. */
    private String makeSecret() throws IOException {
        Path file = home.resolve("secret");
        Files.deleteIfExists(file);
        Files.createFile(file, OWNER_ONLY);
        var lines = Stream.of(SUPERUSER, ROLE, SERVICE_ROLE).map(role -> role + "=" + randomPassword());
        Files.write(file, lines.toList());
        return secret(SUPERUSER);
    }

    private String secret(String role) {
        try (Stream<String> lines = Files.lines(home.resolve("secret"))) {
            return lines.filter(line -> line.startsWith(role + "="))
                    .findFirst()
                    .orElseThrow()
                    .substring(role.length() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Data without their password file: worthless in a test, but never thrown away elsewhere. */
    private void forgetPassword(Path data) {
        if (durable) {
            throw new Failure("The password file " + home.resolve("secret") + " is gone. Put it back, or remove " + data
                    + " to start with an empty database.");
        }
        stop();
        try {
            Files.delete(data.resolve("PG_VERSION"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void giveAway(Path file) throws IOException {
        if (root) {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(SUPERUSER));
        }
    }

    // The server

    private void startServer(Path data) throws IOException {
        int port = freePort();
        Files.writeString(home.resolve("port"), Integer.toString(port));
        String options = "-p " + port + " -c listen_addresses=" + LOOPBACK + " -c unix_socket_directories=''"
                + " -c max_connections=" + (durable ? 60 : 300)
                + " -c shared_buffers=256MB -c work_mem=32MB -c maintenance_work_mem=256MB"
                + " -c max_wal_size=2GB -c jit=off -c timezone=UTC"
                + (durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
        Path log = data.resolve("server.log");
        try {
            asOwner(
                    program(data, "pg_ctl"),
                    "start",
                    "-D",
                    data.toString(),
                    "-l",
                    log.toString(),
                    "-o",
                    options,
                    "-w",
                    "-t",
                    "120");
        } catch (Failure e) {
            throw new Failure(e.getMessage() + "\nPostgreSQL's own words are in " + log);
        }
    }

    /** The port used last if nobody has taken it since, else any free one. */
    private int freePort() throws IOException {
        Path remembered = home.resolve("port");
        int wanted = Files.exists(remembered)
                ? Integer.parseInt(Files.readString(remembered).strip())
                : 0;
        for (int port : new int[] {wanted, 0}) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return socket.getLocalPort();
            } catch (BindException e) {
                System.err.println("Port " + port + " is taken; the database uses another one.");
            }
        }
        throw new Failure("No free port was found on " + LOOPBACK + ".");
    }

    /** Line 1 of postmaster.pid is the process, line 4 the port. A process of another kind: the file is left over. */
    private static Optional<Integer> runningPort(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            if (isServer(Path.of("/proc", lines.get(0).strip(), "stat"))) {
                return Optional.of(Integer.valueOf(lines.get(3).strip()));
            }
            Files.delete(file);
            return Optional.empty();
        } catch (IOException e) {
            throw new Failure("The database in " + data + " belongs to another user: " + e.getMessage());
        }
    }

    /** Its second field is the program's name; a process that was killed and waits to be collected has Z for the third. */
    private static boolean isServer(Path stat) throws IOException {
        String fields = Files.exists(stat) ? Files.readString(stat) : "";
        return fields.contains(" (postgres") && !fields.contains(") Z ");
    }

    private int runningPortOrFail() {
        return port().orElseThrow(() -> new Failure("The database of " + home + " does not run."));
    }

    /** A cluster that was killed replays its log first; only our own server knows the password. */
    private void awaitAnswer() {
        for (int second = 0; ; second++) {
            try {
                sql("postgres", "select 1;");
                return;
            } catch (Failure e) {
                if (second == 60) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while waiting for the database.");
        }
    }

    // Programs

    /** A program of the PostgreSQL that made the data; for new data the newest that has PostGIS and pgRouting. */
    private static String program(Path data, String name) {
        Path made = data.resolve("PG_VERSION");
        try (Stream<Path> installed = Files.list(Path.of("/usr/lib/postgresql"))) {
            String version = Files.exists(made) ? Files.readString(made).strip() : "";
            return installed
                    .filter(folder -> version.isEmpty() || folder.endsWith(version))
                    .filter(Cluster::complete)
                    .max(Comparator.comparingInt(
                            folder -> Integer.parseInt(folder.getFileName().toString())))
                    .map(folder -> folder.resolve("bin").resolve(name).toString())
                    .orElseThrow(() -> missing(version));
        } catch (IOException e) {
            throw missing("");
        }
    }

    private static boolean complete(Path folder) {
        Path extensions = Path.of("/usr/share/postgresql", folder.getFileName().toString(), "extension");
        return Files.exists(folder.resolve("bin/initdb"))
                && Files.exists(extensions.resolve("postgis.control"))
                && Files.exists(extensions.resolve("pgrouting.control"));
    }

    private static Failure missing(String version) {
        return new Failure("PostgreSQL " + version + " with PostGIS and pgRouting was not found. Install it:\n"
                + "  apt-get install postgresql postgresql-postgis postgresql-pgrouting");
    }

    /** PostgreSQL refuses root: its programs run as the user postgres then, and as the caller otherwise. */
    private void asOwner(String... command) {
        List<String> words = new ArrayList<>(
                root ? List.of("setpriv", "--reuid=" + SUPERUSER, "--regid=" + SUPERUSER, "--init-groups") : List.of());
        words.addAll(Arrays.asList(command));
        run(cleanEnvironment(new ProcessBuilder(words).directory(Path.of("/").toFile())), "");
    }

    /** PGHOST, PGDATA and the like of the person's own shell are about another database. */
    private static ProcessBuilder cleanEnvironment(ProcessBuilder process) {
        process.environment().keySet().removeIf(name -> name.startsWith("PG"));
        process.environment().put("LC_ALL", "C.UTF-8");
        return process;
    }

    /** Output goes through a file: the server inherits it and would keep a pipe open for ever. */
    private static String run(ProcessBuilder process, String input) {
        Path output = null;
        try {
            output = Files.createTempFile("areal", ".out");
            Process running = process.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (var stdin = running.outputWriter()) {
                stdin.write(input);
            }
            int exit = running.waitFor();
            String said = Files.readString(output).strip();
            if (exit != 0) {
                throw new Failure(process.command().get(0) + " failed (" + exit + "): " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while " + process.command().get(0) + " ran.");
        } finally {
            if (output != null) {
                output.toFile().delete();
            }
        }
    }

    /** {@code start HOME [DATABASE] | stop HOME | status HOME | drop HOME DATABASE}; prints what it found, and the port. */
    public static void main(String[] args) {
        try {
            Cluster cluster = durable(Path.of(args[1]));
            switch (args[0]) {
                case "start" -> {
                    boolean started = cluster.start();
                    cluster.database(args.length > 2 ? args[2] : ROLE);
                    System.out.println((started ? "started " : "running ") + cluster.runningPortOrFail());
                }
                case "stop" -> cluster.stop();
                case "drop" -> cluster.drop(args[2]);
                case "status" ->
                    System.out.println(
                            cluster.port().map(port -> "running " + port).orElse("stopped"));
                default -> throw new Failure("Unknown task: " + args[0]);
            }
        } catch (Failure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
