package no.arealkompass.api;

import java.util.List;
import no.arealkompass.access.Caller;
import no.arealkompass.reminder.Reminders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sites whose owner should confirm them, and the mail that says so; for the administrator. */
@RestController
@RequestMapping(path = "/api/sites/reminders", produces = MediaType.APPLICATION_JSON_VALUE)
class RemindersController {
    private final Reminders reminders;

    RemindersController(Reminders reminders) {
        this.reminders = reminders;
    }

    record Sent(boolean configured, List<Reminders.Mailing> mails, List<String> withoutAddress) {}

    @GetMapping
    Reminders.Listed list(Caller caller) {
        return reminders.list(caller);
    }

    @PostMapping
    Sent send(Caller caller) {
        var mails = reminders.send(caller);
        var left = reminders.list(caller);
        return new Sent(left.configured(), mails, left.withoutAddress());
    }
}
