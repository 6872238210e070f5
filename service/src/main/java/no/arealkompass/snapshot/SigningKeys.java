package no.arealkompass.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The key in use: the one that is configured, or one made at the first start of a trial installation. */
@Component
class SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final String FILE = "signing-key.pem";

    private final SigningSettings settings;
    private final SnapshotRepository repository;
    private final Environment environment;
    private @Nullable SigningKey key;

    SigningKeys(SigningSettings settings, SnapshotRepository repository, Environment environment) {
        this.settings = settings;
        this.repository = repository;
        this.environment = environment;
    }

    /** A service without a key works, but freezes nothing; it says so once here and to whoever asks. */
    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        if (environment.acceptsProfiles(Profiles.of("!command"))) {
            try {
                LOG.info("Snapshots are signed with key {}", inUse().id());
            } catch (NoSigningKey e) {
                LOG.warn("Nothing can be frozen: {}", e.getMessage());
            }
        }
    }

    /** @throws NoSigningKey when there is none and none can be made */
    synchronized SigningKey inUse() {
        if (key == null) {
            var read = read();
            repository.know(read.id(), read.pem());
            key = read;
        }
        return key;
    }

    private SigningKey read() {
        boolean configured = !settings.signingKey().isBlank();
        var file = configured ? Path.of(settings.signingKey()) : Path.of(settings.signingFolder(), FILE);
        try {
            if (!configured && !Files.exists(file)) {
                SigningKey.create(file);
                LOG.info("Made a key for signing snapshots in {}", file);
            }
            return SigningKey.read(file);
        } catch (IOException | GeneralSecurityException | UnsupportedOperationException e) {
            throw new NoSigningKey(file.toString(), e);
        }
    }
}
