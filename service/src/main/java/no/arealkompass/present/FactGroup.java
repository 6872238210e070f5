package no.arealkompass.present;

import java.util.List;

/**
 * Facts that belong together.
 *
 * @param key name in addresses and documents, see {@link Field.Group}
 * @param knockOut whether it alone may decide against a site: those come first
 */
public record FactGroup(String key, String name, boolean knockOut, List<FactLine> facts) {}
