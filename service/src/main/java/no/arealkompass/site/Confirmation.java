package no.arealkompass.site;

import java.time.LocalDate;

/**
 * Somebody responsible says that what is stated about a site is right.
 *
 * @param by the role that confirms, never a person's name
 * @param on the day it was confirmed
 * @param version the version of the site that was confirmed
 */
public record Confirmation(String by, LocalDate on, String note, int version) {}
