package no.arealkompass.api;

import static no.arealkompass.api.Limits.Kind.ASSESSMENT;
import static no.arealkompass.api.Limits.Kind.CHANGE;
import static no.arealkompass.api.Limits.Kind.COSTLY;
import static no.arealkompass.api.Limits.Kind.ENQUIRY;
import static no.arealkompass.api.Limits.Kind.FREE;
import static no.arealkompass.api.Limits.Kind.LINK;
import static no.arealkompass.api.Limits.Kind.LOGIN;
import static no.arealkompass.api.Limits.Kind.PICTURE;
import static no.arealkompass.api.Limits.Kind.READ;
import static no.arealkompass.api.Limits.Kind.SEARCH;
import static no.arealkompass.api.Limits.Kind.UPLOAD;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import no.arealkompass.api.Limits.Kind;
import org.springframework.util.AntPathMatcher;

/** Which kind of operation an address is. The first line that fits counts. */
final class Operations {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private enum Method {
        READS,
        WRITES,
        ANY
    }

    private record Line(Method method, String path, Kind kind) {
        boolean fits(boolean reads, String asked) {
            return (method == Method.ANY || (method == Method.READS) == reads) && PATHS.match(path, asked);
        }
    }

    private static final AntPathMatcher PATHS = new AntPathMatcher();

    private static final List<Line> TABLE = List.of(
            line(Method.READS, "/", FREE),
            line(Method.READS, "/index.html", FREE),
            line(Method.READS, "/favicon.*", FREE),
            line(Method.READS, "/app/**", FREE),
            line(Method.READS, "/vendor/**", FREE),
            line(Method.READS, "/pages/**", FREE),
            line(Method.READS, "/webjars/**", FREE),
            line(Method.ANY, "/actuator/**", FREE),
            line(Method.ANY, "/login/**", LOGIN),
            line(Method.ANY, "/oauth2/**", LOGIN),
            line(Method.WRITES, "/i/*/kode", LOGIN),
            line(Method.WRITES, "/**/henvendelse", ENQUIRY),
            line(Method.WRITES, "/**/enquiry", ENQUIRY),
            line(Method.READS, "/**/*.pdf", PICTURE),
            line(Method.READS, "/**/*.png", PICTURE),
            line(Method.READS, "/api/prospectus/**", PICTURE),
            line(Method.ANY, "/i/**", LINK),
            line(Method.READS, "/api/runs/*/certificates/**", COSTLY),
            line(Method.READS, "/api/runs/*/matrix/**", COSTLY),
            line(Method.READS, "/api/runs/*/confidence/**", COSTLY),
            line(Method.READS, "/api/runs/*/matches", COSTLY),
            line(Method.READS, "/api/runs/*/scores/*/*/*/**", COSTLY),
            line(Method.READS, "/api/requirements/**", COSTLY),
            line(Method.READS, "/api/plan-checks/latest", COSTLY),
            line(Method.READS, "/api/plans/account", COSTLY),
            line(Method.READS, "/api/plans/difference", COSTLY),
            line(Method.READS, "/api/plans/topology", COSTLY),
            line(Method.READS, "/api/sites/export.*", COSTLY),
            line(Method.WRITES, "/api/snapshots/verify", CHANGE), // hashed as it comes, nothing is kept
            line(Method.WRITES, "/api/snapshots/**", COSTLY),
            line(Method.WRITES, "/api/sites/assessment", ASSESSMENT),
            line(Method.WRITES, "/api/geometry/**", ASSESSMENT),
            line(Method.WRITES, "/api/datasets/**", UPLOAD),
            line(Method.WRITES, "/api/deliveries", UPLOAD),
            line(Method.WRITES, "/api/deliveries/*/import", UPLOAD),
            line(Method.WRITES, "/api/scenarios/works/import", UPLOAD),
            line(Method.WRITES, "/api/corrections/**", UPLOAD),
            line(Method.READS, "/api/sites", SEARCH),
            line(Method.READS, "/omrader", SEARCH),
            line(Method.READS, "/en/sites", SEARCH),
            line(Method.READS, "/innebygd/**", SEARCH),
            line(Method.READS, "/collections/*/items/**", SEARCH),
            line(Method.READS, "/**", READ),
            line(Method.WRITES, "/**", CHANGE));

    private Operations() {}

    private static Line line(Method method, String path, Kind kind) {
        return new Line(method, path, kind);
    }

    /** The kind of what is asked for. */
    static Kind of(HttpServletRequest request) {
        return of(request.getMethod(), path(request));
    }

    static Kind of(String method, String path) {
        boolean reads = READING.contains(method);
        return TABLE.stream()
                .filter(line -> line.fits(reads, path))
                .findFirst()
                .orElseThrow() // the last two lines fit everything
                .kind();
    }

    /** As the controllers see it: nothing encoded, so that an address has one kind however it is written. */
    static String path(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }
}
