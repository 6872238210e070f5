package no.arealkompass.connection;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lays {@link PatientDataSource} round the pool, and says whether the database is away. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class Connections implements BeanPostProcessor, DisposableBean {
    private @Nullable DatabaseWatch watch;

    /** Whether the database is known to be away: nothing that needs it can be answered now. */
    public boolean away() {
        return watch != null && watch.away();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource source) || watch != null) {
            return bean;
        }
        try {
            var created = new DatabaseWatch(PatientDataSource.pool(source));
            watch = created;
            return new PatientDataSource(source, created);
        } catch (SQLException e) {
            return bean; // another kind of pool: nothing to lay round it
        }
    }

    @Override
    public void destroy() {
        if (watch != null) {
            watch.close();
        }
    }
}
