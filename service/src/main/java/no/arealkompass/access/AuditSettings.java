package no.arealkompass.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param keepDays how many days the audit trail is kept */
@ConfigurationProperties("areal.audit")
record AuditSettings(int keepDays) {
    /** The database refuses less, too. */
    private static final int FEWEST = 365;

    AuditSettings {
        if (keepDays < FEWEST) {
            throw new IllegalArgumentException("areal.audit.keep-days (AREAL_AUDIT_KEEP_DAYS) is " + keepDays
                    + "; the audit trail is kept for at least " + FEWEST + " days");
        }
    }
}
