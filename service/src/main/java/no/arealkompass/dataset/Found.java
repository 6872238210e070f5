package no.arealkompass.dataset;

import java.util.LinkedHashMap;
import java.util.Map;
import no.arealkompass.dataset.ImportIssue.FilePlace;
import no.arealkompass.dataset.ImportIssue.Place;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;

/** An issue before it is kept anywhere. */
record Found(
        String code,
        String objectId,
        @Nullable Place place,
        @Nullable FilePlace filePlace,
        boolean blocking,
        Map<String, String> args) {

    /** An issue of the whole file. */
    static Found of(FileIssue issue) {
        return of("", issue);
    }

    static Found of(String objectId, FileIssue issue) {
        Map<String, String> args = new LinkedHashMap<>();
        issue.args().forEach((name, value) -> args.put(name, String.valueOf(value)));
        return new Found(issue.code(), objectId, null, null, issue.blocking(), args);
    }

    Found named(String name) {
        return new Found(code, name, place, filePlace, blocking, args);
    }

    ImportIssue told(long id) {
        return new ImportIssue(
                id,
                code,
                objectId,
                place,
                filePlace,
                blocking,
                args,
                IssueTexts.message(code, args),
                IssueTexts.remedy(code, args));
    }
}
