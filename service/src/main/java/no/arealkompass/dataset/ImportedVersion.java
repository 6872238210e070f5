package no.arealkompass.dataset;

/**
 * A version that is stored but not yet visible to anyone: handed to whoever has more to do in the same transaction.
 *
 * @param id the version, whose features can be read from the {@code feature} table in this transaction
 * @param choices what whoever handed in the file has said, such as which sites to take
 */
public record ImportedVersion(long id, Dataset dataset, Source source, Choices choices) {}
