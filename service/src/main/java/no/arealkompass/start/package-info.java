/**
 * What happens when the program starts: strategies are published, the first data loaded, the state judged, and the
 * commands {@code import}, {@code data} and {@code bench} carried out. Entry class {@link no.arealkompass.start.Startup}.
 * May use: everything but api.
 */
@NullMarked
package no.arealkompass.start;

import org.jspecify.annotations.NullMarked;
