/**
 * HTTP: the page, the JSON resources, the GeoJSON collections, and who is calling. Entry class
 * {@link no.arealkompass.api.Security}; the controllers are thin and decide nothing.
 * May use: everything below it.
 */
@NullMarked
package no.arealkompass.api;

import org.jspecify.annotations.NullMarked;
