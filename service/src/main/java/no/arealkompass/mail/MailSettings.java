package no.arealkompass.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mail is sent. Without a host none is: the page is then all there is.
 *
 * @param host SMTP server; empty for none
 * @param startTls whether the connection must be encrypted before anything is said
 * @param from address the mail comes from
 * @param page address of the page, for links, without a slash at the end; empty for mail without links
 * @param timeoutSeconds how long the server may take to answer
 */
@ConfigurationProperties("areal.mail")
record MailSettings(
        String host,
        int port,
        String username,
        String password,
        boolean startTls,
        String from,
        String page,
        int timeoutSeconds) {

    boolean configured() {
        return !host.isBlank() && !from.isBlank();
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
