package no.arealkompass.enquiry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed in an enquiry; null leaves a part as it is.
 *
 * @param owner account that answers for it; empty for nobody
 * @param handedTo number of the municipality it is handed over to; empty for the region itself
 * @param dueOn last day to answer on
 */
public record EnquiryChange(
        Enquiry.@Nullable State state,
        @Nullable String owner,
        @Nullable String handedTo,
        @Nullable LocalDate dueOn) {}
