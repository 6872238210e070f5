package no.arealkompass.strategy;

/** One point of the adopted strategy, as the councils decided it (S1, S2, …). */
public record Part(String id, Text name, Text text, Source source) {}
