package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.arealkompass.api.ProblemWriter.Problem;
import no.arealkompass.connection.Trouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is wrong with the surroundings is told before anybody looks for a fault of the request: the database is away, a
 * statement took too long, a disk is full. Everything else is left to {@link Problems}.
 */
@Component
@ConditionalOnWebApplication
class Troubles implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    static final Problem AWAY = new Problem(
            503,
            "database-away",
            2,
            new Said("Databasen svarer ikke", "The database does not answer"),
            new Said("Tjenesten får ikke kontakt med databasen.", "The service cannot reach its database."),
            new Said("Prøv igjen om noen sekunder.", "Try again in a few seconds."));

    private static final Problem TOO_SLOW = new Problem(
            503,
            "too-slow",
            10,
            new Said("Spørringen tok for lang tid", "The question took too long"),
            new Said(
                    "Databasen rakk ikke å svare, og spørringen ble stoppet.",
                    "The database did not answer in time, and the question was stopped."),
            new Said(
                    "Spør om et mindre utsnitt eller færre områder, eller prøv igjen senere.",
                    "Ask for a smaller part of the map or fewer sites, or try again later."));

    private static final Problem FULL = new Problem(
            507,
            "disk-full",
            60,
            new Said("Det er ikke plass til mer", "There is no room left"),
            new Said(
                    "En disk på tjeneren er full. Ingenting er lagret.",
                    "A disk of the server is full. Nothing is stored."),
            new Said(
                    "Gi beskjed til den som drifter tjenesten, og prøv igjen når det er plass.",
                    "Tell whoever runs the service, and try again when there is room."));

    private final ProblemWriter writer;

    Troubles(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        var trouble = Trouble.behind(e);
        if (trouble.isEmpty() || response.isCommitted()) {
            return null;
        }
        LOG.warn("{}: {}", trouble.get(), e.getMessage());
        try {
            writer.write(request, response, problem(trouble.get()));
        } catch (IOException gone) {
            LOG.debug("Nobody waits for the answer any more", gone);
        }
        return new ModelAndView();
    }

    private static Problem problem(Trouble trouble) {
        return switch (trouble) {
            case AWAY -> AWAY;
            case TOO_SLOW -> TOO_SLOW;
            case DISK_FULL -> FULL;
        };
    }
}
