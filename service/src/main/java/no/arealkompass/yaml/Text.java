package no.arealkompass.yaml;

/** The same words in Norwegian bokmål and in English. */
public record Text(String nb, String en) {}
