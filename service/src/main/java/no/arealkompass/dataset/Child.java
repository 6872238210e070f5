package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A running child process whose output is read as a stream, and which is killed with all it started when its time is
 * up or nobody reads any more.
 */
final class Child implements AutoCloseable {
    private static final int COMPLAINT_BYTES = 2000;

    private final Process process;
    private final Path complaints;
    private final CompletableFuture<Boolean> inTime = new CompletableFuture<>();

    private Child(Process process, Path complaints) {
        this.process = process;
        this.complaints = complaints;
    }

    /**
     * Starts a command.
     *
     * @param folder where it works and where its complaints go
     * @throws IllegalStateException when the program is not installed, with the command that installs it
     */
    static Child start(List<String> command, Path folder, Duration wall) {
        CompletableFuture<Child> started = new CompletableFuture<>();
        // A confined child dies with the thread that started it, so it gets a thread that lives as long as it does;
        // the thread of a request may be a virtual one, whose carrier comes and goes.
        Thread.ofPlatform().daemon().name("import-child").start(() -> live(command, folder, wall, started));
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "Cannot start \"" + command.getFirst()
                            + "\", which files are read with. Debian: apt-get install gdal-bin bubblewrap util-linux",
                    e);
        }
    }

    private static void live(List<String> command, Path folder, Duration wall, CompletableFuture<Child> started) {
        try {
            Path complaints = Files.createTempFile(folder, "complaints", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectError(complaints.toFile())
                    .start();
            Child child = new Child(process, complaints);
            started.complete(child);
            boolean ended = process.waitFor(wall.toMillis(), TimeUnit.MILLISECONDS);
            child.inTime.complete(ended);
            if (!ended) {
                child.kill();
            }
        } catch (IOException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            started.completeExceptionally(e);
        }
    }

    /** What it writes. Ends when it ends, also when it was killed. */
    InputStream output() {
        return process.getInputStream();
    }

    /** Waits for the end. */
    Ended end() {
        try {
            boolean ended = inTime.join();
            return new Ended(process.waitFor(), !ended, complaint());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a file was read", e);
        }
    }

    private String complaint() {
        try (InputStream in = Files.newInputStream(complaints, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(COMPLAINT_BYTES), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By handle: killing the Process itself would close its output while it is still being read. */
    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    /**
     * How a child ended.
     *
     * @param complaint the beginning of what it wrote to its error output
     */
    record Ended(int code, boolean timedOut, String complaint) {}
}
