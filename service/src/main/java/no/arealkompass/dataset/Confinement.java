package no.arealkompass.dataset;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How a program that reads foreign files is shut in: no network, no file but its own copy, an empty environment, and
 * limits on memory, processor time and what it writes. There are two ways and no way without: bubblewrap, or a
 * container that gives the same and has nothing else in it.
 */
@Component
final class Confinement {
    /** The ways. */
    enum Kind {
        BWRAP,
        CONTAINER
    }

    private static final long STRAY_FILE_BYTES = 64_000_000;

    private final Kind kind;
    private final ImportLimits limits;

    Confinement(@Value("${areal.import.confinement:bwrap}") Kind kind, ImportLimits limits) {
        this.kind = kind;
        this.limits = limits;
    }

    /** Where the program sees its own folder. */
    String inside(Path folder) {
        return kind == Kind.BWRAP ? "/import" : folder.toString();
    }

    /** The command that starts the program, shut in with this one folder. */
    List<String> command(Path folder, Map<String, String> settings, List<String> program) {
        return command(folder, settings, program, limits.memoryBytes(), limits.cpu());
    }

    /** The same with less memory and processor time than reading a file may take. */
    List<String> command(
            Path folder, Map<String, String> settings, List<String> program, long memoryBytes, Duration time) {
        Map<String, String> environment = new TreeMap<>(settings);
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", inside(folder));
        environment.put("TMPDIR", inside(folder));
        environment.put("LC_ALL", "C.UTF-8");
        List<String> command = new ArrayList<>();
        if (kind == Kind.BWRAP) {
            command.addAll(List.of(
                    "bwrap",
                    "--unshare-all",
                    "--die-with-parent",
                    "--new-session",
                    "--cap-drop",
                    "ALL",
                    "--clearenv",
                    "--ro-bind",
                    "/usr",
                    "/usr",
                    "--symlink",
                    "usr/lib",
                    "/lib",
                    "--symlink",
                    "usr/lib64",
                    "/lib64",
                    "--symlink",
                    "usr/bin",
                    "/bin",
                    "--ro-bind-try",
                    "/etc/alternatives",
                    "/etc/alternatives",
                    "--ro-bind-try",
                    "/etc/ld.so.cache",
                    "/etc/ld.so.cache",
                    "--proc",
                    "/proc",
                    "--dev",
                    "/dev",
                    "--bind",
                    folder.toString(),
                    "/import",
                    "--chdir",
                    "/import"));
            environment.forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
            command.add("--");
        } else {
            command.addAll(List.of("env", "-i"));
            environment.forEach((name, value) -> command.add(name + "=" + value));
        }
        long cpu = time.toSeconds();
        command.addAll(List.of(
                "prlimit",
                "--as=" + memoryBytes,
                "--cpu=" + cpu + ":" + (cpu + 5),
                "--fsize=" + STRAY_FILE_BYTES,
                "--nofile=64",
                "--core=0",
                "--"));
        command.addAll(program);
        return command;
    }
}
