package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberedPasswordsTest {
    private final AtomicInteger slowChecks = new AtomicInteger();
    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(4);
    private final PasswordEncoder passwords = new RememberedPasswords(new PasswordEncoder() {
        @Override
        public String encode(CharSequence password) {
            return bcrypt.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            slowChecks.incrementAndGet();
            return bcrypt.matches(password, hash);
        }
    });

    @Test
    void aRightPasswordIsHashedOnceAndAWrongOneEveryTime() {
        String hash = passwords.encode("riktig");
        for (int i = 0; i < 3; i++) {
            assertThat(passwords.matches("riktig", hash)).isTrue();
            assertThat(passwords.matches("feil", hash)).isFalse();
        }
        assertThat(slowChecks).hasValue(4); // once right, three times wrong
    }

    @Test
    void aNewPasswordEndsTheOldOne() {
        String before = passwords.encode("gammelt");
        assertThat(passwords.matches("gammelt", before)).isTrue();
        String after = passwords.encode("nytt");
        assertThat(passwords.matches("gammelt", after)).isFalse();
        assertThat(passwords.matches("nytt", after)).isTrue();
    }
}
