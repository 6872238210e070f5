package no.arealkompass.api;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object in the body of a request, measured before it is parsed. */
final class JsonBody {
    private static final int FEW_FIELDS = 32_000;

    private JsonBody() {}

    /** A few fields. */
    static JsonNode small(InputStream in) throws IOException {
        return read(in, FEW_FIELDS, "32 kB", new Said("Skriv kortere.", "Write less."));
    }

    static JsonNode read(InputStream in, int most, String inWords, Said remedy) throws IOException {
        var bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Refusal(
                    413,
                    new Said(
                            "Det som ble sendt, er større enn " + inWords + ".",
                            "What was sent is larger than " + inWords + "."),
                    remedy);
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
