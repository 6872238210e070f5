package no.arealkompass.dataset;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A publisher's file server on this machine: entity tags, ranges, and the misfortunes a test asks for, one a request. */
final class Publisher implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<Mishap> mishaps = new CopyOnWriteArrayList<>();
    /** What was asked: path, range, condition. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** Something that goes wrong instead of an answer. */
    interface Mishap {
        void happen(HttpExchange exchange, byte[] file) throws IOException;
    }

    Publisher() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String base() {
        return "http://127.0.0.1:" + port();
    }

    Publisher put(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    Publisher put(String path, String content) {
        return put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The next request goes wrong in this way. */
    Publisher next(Mishap mishap) {
        mishaps.add(mishap);
        return this;
    }

    /** The head promises the whole file; the line goes dead after some bytes. */
    static Mishap cutAfter(int bytes) {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("ETag", tag(file));
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, bytes);
            exchange.getResponseBody().flush();
            pause(400); // what is on its way arrives before the line goes dead
            throw new IOException("cut off as planned");
        };
    }

    /** The head and some bytes come, and then nothing. */
    static Mishap silenceAfter(int bytes, long millis) {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("ETag", tag(file));
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, bytes);
            exchange.getResponseBody().flush();
            pause(millis);
            throw new IOException("silent as planned");
        };
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Mishap status(int status, String... headers) {
        return (exchange, file) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        };
    }

    /** Other bytes than the file has, whole and with the right head. */
    static Mishap send(byte[] other) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, other.length);
            exchange.getResponseBody().write(other);
            exchange.close();
        };
    }

    /** Bytes without end, and without a length. */
    static Mishap endless() {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] noise = new byte[100_000];
            for (int i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(noise);
            }
            exchange.close();
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String range = header(exchange, "Range");
        String known = header(exchange, "If-None-Match");
        asked.add(path + (range == null ? "" : " " + range) + (known == null ? "" : " unless " + known));
        byte[] file = files.get(path);
        Mishap mishap = mishaps.isEmpty() ? null : mishaps.removeFirst();
        if (mishap != null) {
            mishap.happen(exchange, file == null ? new byte[0] : file);
        } else if (file == null) {
            status(404).happen(exchange, new byte[0]);
        } else {
            serve(exchange, file, range, known);
        }
    }

    private static void serve(HttpExchange exchange, byte[] file, @Nullable String range, @Nullable String known)
            throws IOException {
        exchange.getResponseHeaders().set("ETag", tag(file));
        if (tag(file).equals(known)) {
            exchange.sendResponseHeaders(304, -1);
        } else if (range != null && tag(file).equals(header(exchange, "If-Range"))) {
            int from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
            exchange.sendResponseHeaders(206, file.length - from);
            exchange.getResponseBody().write(file, from, file.length - from);
        } else {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
        }
        exchange.close();
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    static String tag(byte[] file) {
        return "\"" + sha256(file).substring(0, 12) + "\"";
    }

    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The requests since the last time this was asked. */
    List<String> takeAsked() {
        List<String> all = new ArrayList<>(asked);
        asked.clear();
        return all;
    }

    static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new java.util.Random(7).nextBytes(noise);
        return Arrays.copyOf(noise, bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
