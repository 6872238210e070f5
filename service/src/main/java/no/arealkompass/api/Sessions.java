package no.arealkompass.api;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** How sessions are kept and what their cookies look like: docs/decisions/0092. */
@Configuration
@ConditionalOnWebApplication
class Sessions {
    /** The prefix binds a cookie to this very host; browsers accept it over TLS only. */
    private static String name(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }

    /** @param secure whether a proxy with TLS stands in front */
    @Bean
    CookieSerializer sessionCookie(@Value("${areal.behind-proxy:false}") boolean secure) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name("SESSION", secure));
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(secure);
        cookie.setSameSite("Lax");
        return cookie;
    }

    /** The page must read this one, to send it back as a header. */
    @Bean
    CookieCsrfTokenRepository formTokens(@Value("${areal.behind-proxy:false}") boolean secure) {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName(name("XSRF-TOKEN", secure));
        tokens.setCookieCustomizer(cookie -> cookie.path("/").secure(secure).sameSite("Lax"));
        return tokens;
    }

    /** Attributes are text: nothing read from the database ever becomes an object of another class. */
    @Bean("springSessionConversionService")
    ConversionService sessionTexts() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, value -> {
            if (!(value instanceof String text)) {
                throw new IllegalArgumentException("A session keeps text only, not " + value.getClass());
            }
            return text.getBytes(StandardCharsets.UTF_8);
        });
        conversion.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return conversion;
    }
}
