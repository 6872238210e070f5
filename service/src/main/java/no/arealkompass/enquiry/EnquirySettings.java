package no.arealkompass.enquiry;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator may set about enquiries.
 *
 * @param mail the region's single point of contact; empty for none: the list is there all the same
 * @param phone shown to whoever could not send; empty for none
 * @param receipt whether the sender gets a receipt by mail
 * @param workingDays how many working days an answer may take
 * @param keepDays how long after it was closed what tells of a person is kept
 * @param keepOpenDays how long after it came, when nobody closed it
 * @param clientPerHour how many are taken from one client address in an hour
 */
@ConfigurationProperties("areal.enquiry")
record EnquirySettings(
        String mail,
        String phone,
        boolean receipt,
        int workingDays,
        int keepDays,
        int keepOpenDays,
        int clientPerHour) {

    EnquirySettings {
        atLeastOne("working-days", workingDays);
        atLeastOne("keep-days", keepDays);
        atLeastOne("keep-open-days", keepOpenDays);
        atLeastOne("client-per-hour", clientPerHour);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("areal.enquiry." + name + " is " + value + "; it must be 1 or more");
        }
    }
}
