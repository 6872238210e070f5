package no.arealkompass.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.arealkompass.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The service starts only as a role that rows can be kept from, and says what to do otherwise. */
class MigrationTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Flyway FLYWAY =
            Flyway.configure().dataSource(DATABASE.dataSource()).load();

    private static void migrate(ServiceRoleRepository roles, String owner) {
        new Migration().ownerMigrates(roles, owner, DATABASE.user()).migrate(FLYWAY);
    }

    @Test
    void aRoleThatOwnsTablesOrIsTheOwnerItselfIsRefused() {
        var service = new ServiceRoleRepository(DATABASE.service());
        assertThat(service.role().becomes()).isTrue();
        assertThatThrownBy(() -> migrate(service, DATABASE.user()))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("the one the service logs in as")
                .hasMessageContaining("create role areal_app");
        assertThatThrownBy(() -> migrate(service, ""))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("not said");
        var owner = new ServiceRoleRepository(DATABASE.dataSource());
        assertThatThrownBy(() -> migrate(owner, DATABASE.owner()))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("owns tables");
    }
}
