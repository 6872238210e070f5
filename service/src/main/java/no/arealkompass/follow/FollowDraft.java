package no.arealkompass.follow;

import org.jspecify.annotations.Nullable;

/**
 * A wish to follow, as it is handed in; nothing of it is checked yet.
 *
 * @param mail empty or null for the page only
 */
public record FollowDraft(
        @Nullable String subject,
        @Nullable String strategy,
        @Nullable String language,
        @Nullable String mail) {}
