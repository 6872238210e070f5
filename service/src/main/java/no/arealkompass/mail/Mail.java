package no.arealkompass.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands plain text to the SMTP server of the configuration. Decides nothing about whom, what or when. */
@Component
public class Mail {
    private static final int LONGEST_WHY = 300;

    private final MailSettings settings;

    Mail(MailSettings settings) {
        this.settings = settings;
    }

    /** Whether mail can be sent at all. */
    public boolean configured() {
        return settings.configured();
    }

    /** Address of the page for links, without a slash at the end; empty when it is not set. */
    public String page() {
        return settings.page();
    }

    /** Whether this is exactly one address that mail can be sent to. */
    public static boolean isAddress(String text) {
        try {
            address(text);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** Why a mail was not sent, on one line; without the address, which is nobody's business in a log. */
    public static String why(MailException failure, String to) {
        var why = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        var without = to.isEmpty() ? why : why.replace(to, "…");
        return without.substring(0, Math.min(LONGEST_WHY, without.length()));
    }

    /**
     * Sends one mail to one address.
     *
     * @param subject our own words only: nothing of a site or a plan gets near a header
     * @throws MailException when an address cannot be used, or the server does not take the mail
     */
    public void send(String to, String subject, String text) {
        var sender = sender();
        var message = sender.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(address(settings.from()));
            helper.setTo(address(to));
            helper.setSubject(subject);
            helper.setText(text);
        } catch (MessagingException e) {
            throw new MailParseException(e);
        }
        sender.send(message);
    }

    /** Exactly one address; whatever could begin another header is no address. */
    private static InternetAddress address(String text) throws AddressException {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new AddressException("A control character in an address");
        }
        var address = new InternetAddress(text, true);
        address.validate();
        return address;
    }

    private JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        var properties = sender.getJavaMailProperties();
        if (!settings.username().isBlank()) {
            sender.setUsername(settings.username());
            sender.setPassword(settings.password());
            properties.setProperty("mail.smtp.auth", "true");
        }
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        var millis = String.valueOf(1000 * settings.timeoutSeconds());
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + wait, millis);
        }
        return sender;
    }
}
