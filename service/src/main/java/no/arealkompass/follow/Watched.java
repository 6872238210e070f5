package no.arealkompass.follow;

import no.arealkompass.access.Scope;

/** What is looked at: the same subject is seen apart by those who see further. */
record Watched(String subject, String strategy, Scope scope) {}
