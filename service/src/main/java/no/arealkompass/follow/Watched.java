package no.arealkompass.follow;

/** What is looked at: the same subject is seen apart by those who may read all. */
record Watched(String subject, String strategy, Scope scope) {}
