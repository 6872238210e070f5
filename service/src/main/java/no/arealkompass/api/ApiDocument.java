package no.arealkompass.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import no.arealkompass.access.Caller;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of itself. */
@Configuration
@ConditionalOnWebApplication
class ApiDocument {
    static {
        // The caller comes from the login, not from a parameter.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI openApi(@Value("${areal.version}") String version) {
        return new OpenAPI()
                .info(new Info()
                        .title("Arealkompass")
                        .version(version)
                        .description(
                                "Business land and terminal candidates of a region, scored against its adopted strategy."
                                        + " Errors are RFC 9457 problem documents in Norwegian, or in English with"
                                        + " Accept-Language: en.")
                        .license(new License().name("Apache-2.0")));
    }
}
