package no.arealkompass.api;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import no.arealkompass.access.Caller;
import no.arealkompass.access.MachineKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * Who is calling, and which addresses exist. What a caller may do is decided by the facades behind the controllers,
 * so that every channel passes the same check; what is not named here is refused. Programs show a key or, in a trial
 * installation, a password with every request; people have a session. See docs/decisions/0092.
 */
@Configuration
@ConditionalOnWebApplication
public class Security implements WebMvcConfigurer {
    /** No dots in a row and nothing encoded: an address that is not plainly a file of the page goes the ordinary way. */
    private static final Pattern PAGE_FILES =
            Pattern.compile("/(?:app|pages|webjars/leaflet)/(?!.*\\.\\.)[\\w./-]+|/favicon\\.(?:svg|ico)");

    /** The files of the page are for everyone, so nobody is looked up for them. */
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

    /** Whoever shows a key or a password with the request itself: nothing is kept, and no cookie is looked at. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(
            HttpSecurity http,
            Settings settings,
            Strangers strangers,
            MachineKeys keys,
            TrialLogin trial,
            Provider provider)
            throws Exception {
        headers(http.securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null), settings)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Without a session and a cookie there is nothing a forged request could ride on.
                .csrf(csrf -> csrf.disable())
                .requestCache(RequestCacheConfigurer::disable)
                .logout(logout -> logout.disable())
                .addFilterBefore(strangers.databaseAway(), DisableEncodeUrlFilter.class)
                .addFilterBefore(new KeyFilter(keys), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(
                        a -> doors(a.requestMatchers(Security::unknown).denyAll()))
                .exceptionHandling(e -> e.authenticationEntryPoint(strangers::meet)
                        .accessDeniedHandler((request, response, denied) -> strangers.forbid(request, response)));
        if (!provider.configured()) {
            http.authenticationManager(once(trial)).httpBasic(basic -> basic.authenticationEntryPoint(strangers::meet));
        }
        return http.build();
    }

    /** A key or password that is nobody's is refused everywhere, or whoever mistyped it would be answered as the public. */
    private static boolean unknown(HttpServletRequest request) {
        return LoggedIn.of(SecurityContextHolder.getContext().getAuthentication()) == null;
    }

    /** People: strangers without anything, and those with a session. */
    @Bean
    @Order(3)
    SecurityFilterChain people(
            HttpSecurity http,
            Settings settings,
            Strangers strangers,
            SessionLogins logins,
            LoginAnswers answers,
            CookieCsrfTokenRepository tokens,
            TrialLogin trial,
            Provider provider)
            throws Exception {
        headers(http, settings)
                .securityContext(context -> context.securityContextRepository(logins))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new FormTokens())
                        .requireCsrfProtectionMatcher(FormTokens::asked)
                        .ignoringRequestMatchers(Doors.POSTED_BY_ANYONE))
                .requestCache(RequestCacheConfigurer::disable)
                .addFilterBefore(strangers.databaseAway(), DisableEncodeUrlFilter.class)
                .addFilterAfter(new EndedSessions(), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(Security::doors)
                .logout(logout -> logout.logoutUrl("/logout")
                        .addLogoutHandler(answers::loggingOut)
                        .logoutSuccessHandler(answers::loggedOut))
                .exceptionHandling(e -> e.authenticationEntryPoint(strangers::meet)
                        .accessDeniedHandler((request, response, denied) -> {
                            if (request.getRequestURI().equals("/login")) {
                                answers.stale(request, response);
                            } else {
                                strangers.forbid(request, response);
                            }
                        }));
        if (provider.configured()) {
            atProvider(http, provider, answers);
        } else {
            withPassword(http, trial, answers);
        }
        return http.build();
    }

    /** Without the parent that Spring gives every chain: it would look at a wrong password a second time. */
    private static AuthenticationManager once(TrialLogin trial) {
        return new ProviderManager(trial);
    }

    private static void withPassword(HttpSecurity http, TrialLogin trial, LoginAnswers answers) throws Exception {
        http.authenticationManager(once(trial))
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("name")
                        .successHandler(answers::loggedIn)
                        .failureHandler(answers::wrong));
    }

    private static void atProvider(HttpSecurity http, Provider provider, LoginAnswers answers) throws Exception {
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(e -> e.authorizationRequestResolver(provider.question())
                        .authorizationRequestRepository(new LoginRequests()))
                .tokenEndpoint(e -> e.accessTokenResponseClient(provider.tokens()))
                .userInfoEndpoint(e -> e.oidcUserService(provider::person))
                .successHandler(answers::loggedIn)
                .failureHandler(answers::refused));
    }

    private static void doors(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry addresses) {
        addresses
                .requestMatchers(Security::crossSiteChange)
                .denyAll()
                .requestMatchers(GET, Doors.READABLE)
                .permitAll()
                .requestMatchers(HEAD, Doors.READABLE)
                .permitAll()
                .requestMatchers(POST, Doors.POSTED_BY_ANYONE)
                .permitAll()
                .requestMatchers(Security::changes)
                .authenticated()
                .anyRequest()
                .denyAll();
    }

    private static boolean crossSiteChange(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return !List.of("GET", "HEAD").contains(request.getMethod())
                && site != null
                && !Set.of("same-origin", "none").contains(site);
    }

    /** Everything that changes something. */
    static boolean changes(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                && !List.of("GET", "HEAD").contains(request.getMethod());
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
            var login = LoggedIn.of(SecurityContextHolder.getContext().getAuthentication());
            return login == null ? Caller.PUBLIC : login.caller();
        }
    }
}
