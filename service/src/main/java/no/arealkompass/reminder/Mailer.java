package no.arealkompass.reminder;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands plain text to the SMTP server of the configuration. */
@Component
class Mailer {
    private final MailSettings settings;

    Mailer(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * @param subject our own words only: nothing of a site gets near a header
     * @throws MailException when an address cannot be used, or the server does not take the mail
     */
    void send(String to, String subject, String text) {
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
