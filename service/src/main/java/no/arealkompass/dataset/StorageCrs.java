package no.arealkompass.dataset;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The storage CRS stands in one place, the region file: the schema's geometry columns are typed by it. Row policies name
 * the role the service logs in as.
 */
@Configuration
class StorageCrs {
    @Bean
    FlywayConfigurationCustomizer placeholders(
            Catalogue catalogue, @Value("${spring.datasource.username:}") String app) {
        var srid = String.valueOf(catalogue.region().srid());
        return flyway -> flyway.placeholders(Map.of("srid", srid, "app", app));
    }
}
