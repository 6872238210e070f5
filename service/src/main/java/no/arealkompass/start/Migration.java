package no.arealkompass.start;

import no.arealkompass.start.ServiceRoleRepository.ServiceRole;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The schema is brought up to date by its owner, and only when the service itself is somebody who owns nothing. */
@Configuration(proxyBeanMethods = false)
class Migration {
    private static final String REMEDY = """
             Let AREAL_DB_OWNER be the role that owns the tables, and AREAL_DB_USER another one:
              create role areal_all nologin;
              create role areal_app login noinherit password '…';
              grant areal_all to areal_app;""";

    @Bean
    FlywayMigrationStrategy ownerMigrates(
            ServiceRoleRepository roles,
            @Value("${spring.flyway.user:}") String owner,
            @Value("${spring.datasource.username:}") String service) {
        return flyway -> {
            if (owner.isBlank() || owner.equals(service)) {
                throw new StartFault("The role that owns the tables (AREAL_DB_OWNER) is "
                        + (owner.isBlank() ? "not said." : "the one the service logs in as (AREAL_DB_USER).")
                        + REMEDY);
            }
            check(roles.role());
            flyway.migrate();
        };
    }

    private static void check(ServiceRole role) {
        if (role.above() || role.owns()) {
            throw new StartFault("The service logs in to the database as " + role.name() + ", which "
                    + (role.above() ? "is above all row policies." : "owns tables.") + REMEDY);
        }
        if (!role.becomes() || role.inherits()) {
            throw new StartFault("The service's database role " + role.name()
                    + (role.inherits() ? " has the rights of areal_all at all times." : " cannot act as areal_all.")
                    + REMEDY);
        }
    }
}
