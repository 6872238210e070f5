package no.arealkompass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {
    @Test
    void eachCallerHasAMigratedDatabaseOfItsOwn() {
        JdbcClient one = JdbcClient.create(TestDatabase.create().dataSource());
        JdbcClient other = JdbcClient.create(TestDatabase.create().dataSource());
        one.sql("create table only_here (id int)").update();

        assertThat(tables(one)).isEqualTo(tables(other) + 1);
        assertThat(other.sql("select st_area(st_makeenvelope(0, 0, 2, 3, 25833))")
                        .query(Double.class)
                        .single())
                .isEqualTo(6);
    }

    private static long tables(JdbcClient database) {
        return database.sql("select count(*) from pg_tables where schemaname = 'public'")
                .query(Long.class)
                .single();
    }
}
