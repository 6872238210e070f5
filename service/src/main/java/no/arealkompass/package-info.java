/** The start of the service; everything else lives in the packages below, one per subject. */
@NullMarked
package no.arealkompass;

import org.jspecify.annotations.NullMarked;
