package no.arealkompass.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What we asked the provider, in the session as text, until the answer comes: good once, and for this session only. */
final class LoginRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String ASKED = "asked";
    private static final JsonMapper JSON = JsonMapper.shared();
    /** A session nobody has logged in to lives as long as a login takes. */
    static final int SECONDS = 600;

    /** All parts are text. */
    private record Asked(
            String at,
            String client,
            String back,
            Set<String> scopes,
            String state,
            Map<String, String> parameters,
            Map<String, String> attributes) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        var session = request.getSession(false);
        if (state == null || session == null || !(session.getAttribute(ASKED) instanceof String text)) {
            return null;
        }
        var asked = read(text);
        return asked != null
                        && MessageDigest.isEqual(
                                state.getBytes(UTF_8), asked.state().getBytes(UTF_8))
                ? restored(asked)
                : null;
    }

    private static @Nullable Asked read(String text) {
        try {
            return JSON.readValue(text, Asked.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static OAuth2AuthorizationRequest restored(Asked asked) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(asked.at())
                .clientId(asked.client())
                .redirectUri(asked.back())
                .scopes(asked.scopes())
                .state(asked.state())
                .additionalParameters(all -> all.putAll(asked.parameters()))
                .attributes(all -> all.putAll(asked.attributes()))
                .build();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        var text = JSON.writeValueAsString(new Asked(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                Objects.requireNonNull(asked.getRedirectUri()),
                asked.getScopes(),
                Objects.requireNonNull(asked.getState()),
                texts(asked.getAdditionalParameters()),
                texts(asked.getAttributes())));
        request.getSession().setAttribute(ASKED, text);
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        var texts = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var asked = loadAuthorizationRequest(request);
        if (asked != null) {
            request.getSession().removeAttribute(ASKED);
        }
        return asked;
    }
}
