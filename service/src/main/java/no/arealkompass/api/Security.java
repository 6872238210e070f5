package no.arealkompass.api;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import no.arealkompass.access.Caller;
import no.arealkompass.access.TrialAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * Who is calling, and which addresses exist. What a caller may do is decided by the facades behind the controllers,
 * so that every channel passes the same check; what is not named here is refused.
 */
@Configuration
@ConditionalOnWebApplication
public class Security implements WebMvcConfigurer {
    /** No dots in a row and nothing encoded: an address that is not plainly a file of the page goes the ordinary way. */
    private static final Pattern PAGE_FILES =
            Pattern.compile("/(?:app|pages|webjars/leaflet)/(?!.*\\.\\.)[\\w./-]+|/favicon\\.(?:svg|ico)");

    /**
     * The files of the page are for everyone, so nobody's password is checked for them: a browser that has logged in sends
     * it with every one of some sixty files, and each check is slow on purpose.
     */
    @Bean
    @Order(1)
    SecurityFilterChain pageFiles(HttpSecurity http, Settings settings) throws Exception {
        return headers(http.securityMatcher(Security::readsPageFile), settings)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .build();
    }

    private static boolean readsPageFile(HttpServletRequest request) {
        return List.of("GET", "HEAD").contains(request.getMethod())
                && PAGE_FILES.matcher(request.getRequestURI()).matches();
    }

    private static HttpSecurity headers(HttpSecurity http, Settings settings) throws Exception {
        return http.headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(policy(settings.baseMap())))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)));
    }

    @Bean
    @Order(2)
    SecurityFilterChain chain(
            HttpSecurity http,
            Settings settings,
            LocaleResolver languages,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        var refuse = new Refusing(languages, problems);
        return headers(http, settings)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No session and no cookie: there is nothing for a forged request to ride on but Basic credentials a
                // browser may remember, so requests that change something must not come from another site.
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(a -> a.requestMatchers(Security::crossSiteChange)
                        .denyAll()
                        .requestMatchers(GET, Doors.READABLE)
                        .permitAll()
                        .requestMatchers(HEAD, Doors.READABLE)
                        .permitAll()
                        .requestMatchers(POST, Doors.POSTED_BY_ANYONE)
                        .permitAll()
                        .requestMatchers(Security::asksForLogin)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(refuse::stranger))
                .exceptionHandling(e -> e.authenticationEntryPoint(refuse::stranger)
                        .accessDeniedHandler((request, response, denied) -> refuse.forbidden(request, response)))
                .build();
    }

    /** What is refused before a controller is reached is told like every other problem. */
    private record Refusing(LocaleResolver languages, HandlerExceptionResolver problems) {
        /** A stranger is asked to log in only where that would help; every other address does not exist for it. */
        void stranger(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
            boolean wrongLogin = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            if (wrongLogin || asksForLogin(request)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Arealkompass\"");
                tell(request, response, 401, new Said("Dette krever innlogging.", "This needs a login."));
            } else {
                tell(request, response, 404, new Said("Adressen finnes ikke.", "There is no such address."));
            }
        }

        void forbidden(HttpServletRequest request, HttpServletResponse response) {
            tell(request, response, 403, new Said("Dette er ikke tillatt.", "This is not allowed."));
        }

        private void tell(HttpServletRequest request, HttpServletResponse response, int status, Said what) {
            request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
            problems.resolveException(request, response, null, new Refusal(status, what, REMEDY));
        }

        private static final Said REMEDY = new Said(
                "Se /v3/api-docs for adresser. Administratoren logger inn med navn og passord.",
                "See /v3/api-docs for addresses. The administrator logs in with name and password.");
    }

    private static boolean crossSiteChange(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return !List.of("GET", "HEAD").contains(request.getMethod())
                && site != null
                && !Set.of("same-origin", "none").contains(site);
    }

    /** The address that makes a browser ask for name and password, and everything that changes something. */
    private static boolean asksForLogin(HttpServletRequest request) {
        return request.getRequestURI().equals("/login")
                || (request.getRequestURI().startsWith("/api/")
                        && !List.of("GET", "HEAD").contains(request.getMethod()));
    }

    private static String policy(Settings.@Nullable BaseMap baseMap) {
        var tiles = baseMap == null ? "" : " " + origin(baseMap.url());
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self' data:"
                + tiles + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String origin(String template) {
        var address = URI.create(template.replaceAll("[{}]", ""));
        return address.getScheme() + "://" + address.getAuthority();
    }

    @Bean
    PasswordEncoder passwords() {
        return new RememberedPasswords(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    }

    @Bean
    UserDetailsService accounts(TrialAccounts accounts) {
        return name ->
                accounts.find(name).map(Security::user).orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    private static UserDetails user(TrialAccounts.Account account) {
        return new Known(account.caller(), account.hash());
    }

    /** A login that knows its caller. */
    private static class Known extends User {
        private static final long serialVersionUID = 1L;
        private final transient Caller caller;

        Known(Caller caller, String hash) {
            super(caller.name(), hash, List.of());
            this.caller = caller;
        }
    }

    /** Bokmål for whoever does not ask for English, whatever the machine speaks. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.of("nb"), Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.of("nb"));
        return resolver;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    /** Controllers name the caller as a parameter; nobody else looks at the login. */
    private static class CallerArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Caller resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return caller(SecurityContextHolder.getContext().getAuthentication());
        }

        private static Caller caller(@Nullable Authentication login) {
            return login != null && login.getPrincipal() instanceof Known known ? known.caller : Caller.PUBLIC;
        }
    }
}
