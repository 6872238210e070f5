package no.arealkompass.enquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enquiry as those see it who handle it.
 *
 * @param language of the page it was sent from, nb or en
 * @param link id of the investor's link it came through; null for the public pages
 * @param sites ids of the sites it is about; empty for the region as a whole
 * @param municipalities numbers of those the sites lay in when it came
 * @param requirement the requirement list that came along; null when there was none
 * @param owner the account that answers for it; null when nobody has taken it
 * @param handedTo number of the municipality it was handed over to; null when the region answers itself
 * @param dueOn last day to answer on
 * @param answeredAt the first time it was marked as answered
 * @param erasedAt when what tells of a person was deleted; null as long as it is there
 * @param version counted up with each change
 * @param person who asks; null after the deletion
 */
public record Enquiry(
        UUID id,
        Instant receivedAt,
        String language,
        Origin origin,
        @Nullable String link,
        List<String> sites,
        List<String> municipalities,
        @Nullable String requirement,
        State state,
        @Nullable String owner,
        @Nullable String handedTo,
        LocalDate dueOn,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt,
        @Nullable Instant erasedAt,
        int version,
        @Nullable Person person) {

    /** Where it was sent from. */
    public enum Origin {
        /** An investor's link. */
        LINK,
        /** The public page of a site. */
        SITE,
        /** The public catalogue. */
        CATALOGUE
    }

    /** How far it has come. */
    public enum State {
        NEW,
        IN_PROGRESS,
        /** Waiting for a municipality. */
        WAITING,
        ANSWERED,
        CLOSED;

        /** Whether somebody still waits for an answer. */
        public boolean waits() {
            return this == NEW || this == IN_PROGRESS || this == WAITING;
        }
    }

    /**
     * Who asks, and what.
     *
     * @param phone empty when none was given
     */
    public record Person(String name, String organisation, String mail, String phone, String message) {
        /** Never in a log. */
        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /** A note of somebody who handles it. */
    public record Note(Instant at, String by, String note) {}

    /**
     * What happened to it.
     *
     * @param before null when there was nothing before
     * @param after null when there is nothing any more
     */
    public record Event(
            Instant at,
            String by,
            What what,
            @Nullable String before,
            @Nullable String after) {}

    /** The kinds of event. */
    public enum What {
        RECEIVED,
        STATE,
        OWNER,
        HANDED,
        DUE,
        NOTE,
        ERASED
    }

    /** Whether the deadline has passed while somebody waits. */
    public boolean overdue(LocalDate today) {
        return state.waits() && dueOn.isBefore(today);
    }
}
