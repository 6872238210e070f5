package no.arealkompass.api;

import no.arealkompass.score.ConstantName;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Constants are written in camel case, as every other name in the JSON: {@code NOT_STATED} is {@code notStated}. Only
 * at the HTTP edge: what is stored must not change when the interface does.
 */
@Configuration
@ConditionalOnWebApplication
class JsonNames implements WebMvcConfigurer {
    private final JsonMapper json;

    JsonNames(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(named(json)));
    }

    /** The same mapper with these names, also for what is kept as it was sent. */
    static JsonMapper named(JsonMapper mapper) {
        var names = new SimpleModule().addSerializer(Enum.class, new CamelCase());
        return mapper.rebuild().addModule(names).build();
    }

    @SuppressWarnings("rawtypes") // the type that stands for every enum is the raw one
    private static class CamelCase extends ValueSerializer<Enum> {
        @Override
        public void serialize(Enum value, JsonGenerator out, SerializationContext context) {
            out.writeString(ConstantName.of((Enum<?>) value));
        }
    }
}
