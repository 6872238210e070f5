package no.arealkompass.api;

import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Constants are written in camel case, as every other name in the JSON: {@code NOT_STATED} is {@code notStated}. */
@Configuration
class JsonNames {
    @Bean
    JacksonModule camelCaseConstants() {
        return new SimpleModule().addSerializer(new CamelCase());
    }

    private static class CamelCase extends StdSerializer<Enum<?>> {
        CamelCase() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializationContext context) {
            var words = value.name().toLowerCase(Locale.ROOT).split("_");
            var text = new StringBuilder(words[0]);
            for (int i = 1; i < words.length; i++) {
                text.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
            }
            out.writeString(text.toString());
        }
    }
}
