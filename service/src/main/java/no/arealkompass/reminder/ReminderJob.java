package no.arealkompass.reminder;

import no.arealkompass.access.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends what is due once a day while the service runs; the commands send nothing. */
@Configuration
@EnableScheduling
@Profile("!command")
class ReminderJob {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderJob.class);
    private static final Caller DAILY = Caller.administrator("daily reminder");

    private final Reminders reminders;

    ReminderJob(Reminders reminders) {
        this.reminders = reminders;
    }

    @Scheduled(cron = "${areal.mail.daily}", zone = "Europe/Oslo")
    void send() {
        try {
            var mails = reminders.send(DAILY);
            if (!mails.isEmpty()) {
                LOG.info("Reminders: {}", mails);
            }
        } catch (RuntimeException e) {
            LOG.error("The daily reminders could not be sent; they are tried again tomorrow", e);
        }
    }
}
