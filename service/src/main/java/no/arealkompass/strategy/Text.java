package no.arealkompass.strategy;

/**
 * A text people read, in both languages of the service.
 *
 * @param nb Norwegian bokmål
 * @param en English
 */
public record Text(String nb, String en) {}
