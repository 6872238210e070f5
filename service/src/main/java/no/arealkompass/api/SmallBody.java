package no.arealkompass.api;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object of a few fields, measured before it is parsed. */
final class SmallBody {
    private static final int MOST_BYTES = 32_000;

    private SmallBody() {}

    static JsonNode read(InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(
                    413,
                    new Said("Det som ble sendt, er større enn 32 kB.", "What was sent is larger than 32 kB."),
                    new Said("Skriv kortere.", "Write less."));
        }
        try {
            var body = JsonMapper.shared().readTree(bytes);
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JacksonException e) {
            throw notJson(e);
        }
        throw notJson(null);
    }

    private static Refusal notJson(@Nullable Throwable cause) {
        var refusal = new Refusal(
                400,
                new Said("Innholdet er ikke et JSON-objekt.", "The content is no JSON object."),
                new Said("Se /v3/api-docs for hva som skal sendes.", "See /v3/api-docs for what is to be sent."));
        refusal.initCause(cause);
        return refusal;
    }
}
