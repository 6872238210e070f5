package no.arealkompass.api;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.access.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The organisation's own login. Its addresses are asked for when somebody logs in and kept from then on: the service starts
 * and serves the public without it.
 */
@Component
@ConditionalOnWebApplication
class Provider implements ClientRegistrationRepository {
    static final String ID = "areal";
    /** Logged in there, without a role here. */
    static final String NO_ROLE = "no_role";
    /** The account is closed here. */
    static final String CLOSED = "account_closed";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OidcSettings settings;
    private final Accounts accounts;
    private final MunicipalityNames municipalities;
    private final Clock clock;
    private final JdkClientHttpRequestFactory requests = requests();
    private volatile @Nullable ClientRegistration found;

    Provider(OidcSettings settings, Accounts accounts, MunicipalityNames municipalities, Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.municipalities = municipalities;
        this.clock = clock;
        settings.secret(); // a file that cannot be read stops the start and not the first login
    }

    /** The provider cannot be reached, or does not answer as one. */
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private static JdkClientHttpRequestFactory requests() {
        var client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(PATIENCE);
        return factory;
    }

    boolean configured() {
        return settings.configured();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? registration() : null;
    }

    /**
     * The provider's addresses with our client.
     *
     * @throws Away when it does not answer
     */
    ClientRegistration registration() {
        var known = found;
        if (known == null) {
            known = discover();
            found = known;
        }
        return known;
    }

    private ClientRegistration discover() {
        var secret = settings.secret();
        var registration = ClientRegistrations.fromOidcConfiguration(metadata())
                .registrationId(ID)
                .clientId(settings.clientId())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(settings.scopeList())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build());
        if (secret.isEmpty()) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            registration.clientSecret(secret);
        }
        return registration.build();
    }

    private Map<String, Object> metadata() {
        var address = settings.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration";
        try {
            var answer = RestClient.builder()
                    .requestFactory(requests)
                    .build()
                    .get()
                    .uri(address)
                    .retrieve()
                    .body(new ParameterizedTypeReference<Map<String, Object>>() {});
            if (answer == null || !settings.issuer().equals(answer.get("issuer"))) {
                throw new Away("calls itself another issuer than AREAL_OIDC_ISSUER", null);
            }
            return answer;
        } catch (RestClientException e) {
            throw new Away("does not answer at " + address, e);
        }
    }

    /** What is asked of the provider: with state, nonce and a challenge (PKCE, also for clients with a secret). */
    OAuth2AuthorizationRequestResolver question() {
        var question = new DefaultOAuth2AuthorizationRequestResolver(this);
        question.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> {
                    if (!settings.authorizationDetails().isBlank()) {
                        request.additionalParameters(
                                all -> all.put("authorization_details", settings.authorizationDetails()));
                    }
                }));
        return question;
    }

    /** Takes the code to the provider for a token, with an end to the waiting. An answer without an ID token is none. */
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        var client = client();
        return request -> {
            var answer = client.getTokenResponse(request);
            if (!(answer.getAdditionalParameters().get("id_token") instanceof String token) || token.isBlank()) {
                throw refused("no_id_token");
            }
            return answer;
        };
    }

    private RestClientAuthorizationCodeTokenResponseClient client() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    /** What a person is here; the ID token is checked by now, and nothing but the mapped claims is kept of it. */
    OidcUser person(OidcUserRequest request) {
        var token = request.getIdToken();
        var claims = new Claims(token.getClaims(), settings);
        var role = claims.role().orElseThrow(() -> refused(NO_ROLE));
        var subject = Objects.requireNonNull(token.getSubject()); // an ID token without one is refused before
        var account = accounts.seen(subject, claims.name(subject), role, claims.municipalities(municipalities.all()));
        if (!account.enabled()) {
            throw refused(CLOSED);
        }
        var mark = new SessionMark(Accounts.Kind.PROVIDER, subject, account.stamp(), clock.instant());
        return new ProviderPerson(token, new LoggedIn(account.caller(), mark));
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code));
    }

    /** Where to log out at the provider as well; null when it has no such place. No token is kept to show there. */
    @Nullable
    String logout(String back) {
        var known = found;
        if (known == null) {
            return null;
        }
        var endpoint = known.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return endpoint == null
                ? null
                : UriComponentsBuilder.fromUriString(endpoint.toString())
                        .queryParam("client_id", settings.clientId())
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(back)
                        .toUriString();
    }
}
