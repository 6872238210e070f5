package no.arealkompass.dataset;

import java.util.Map;

/** The whole file is refused for one reason, before its objects could be looked at one by one. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> args;

    Refused(String code, Map<String, Object> args) {
        super(code + " " + args);
        this.code = code;
        this.args = Map.copyOf(args);
    }

    FileIssue issue() {
        return new FileIssue(code, true, args);
    }

    /** An issue that concerns the file and no single object. */
    record FileIssue(String code, boolean blocking, Map<String, Object> args) {}
}
