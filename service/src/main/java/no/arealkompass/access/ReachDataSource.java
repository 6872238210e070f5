package no.arealkompass.access;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that carry the reach of whoever acts ({@link Acting}): before a statement is made, the database is told how
 * far the caller sees, unless the connection says so already. Row policies read it.
 */
public final class ReachDataSource extends DelegatingDataSource {
    private static final String TELL = "select set_config('role', ?, false), set_config('areal.caller', ?, false),"
            + " set_config('areal.internal', ?, false), set_config('areal.municipalities', ?, false),"
            + " set_config('areal.sites', ?, false), set_config('areal.acts_for', ?, false),"
            + " set_config('areal.caller_role', ?, false)";
    private static final Set<String> SPEAKS = Set.of("createStatement", "prepareStatement", "prepareCall", "unwrap");

    /** What each pooled connection was last told for good; a told word dies with a transaction that is rolled back. */
    private final Map<Connection, Told> told = Collections.synchronizedMap(new WeakHashMap<>());

    public ReachDataSource(DataSource pool) {
        super(pool);
    }

    /** The words of one caller, as the database keeps them. */
    private record Told(
            String role,
            String caller,
            String internal,
            String municipalities,
            String sites,
            String actsFor,
            String callerRole) {
        static Told of(Caller caller) {
            var reach = Access.reach(caller);
            return new Told(
                    reach.everything() ? "areal_all" : "none",
                    caller.name(),
                    String.valueOf(reach.internal()),
                    joined(reach.municipalities()),
                    joined(reach.sites()),
                    joined(caller.municipalities()),
                    caller.role().name());
        }

        private static String joined(Set<String> words) {
            return words.stream().sorted().collect(Collectors.joining(","));
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return lease(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return lease(super.getConnection(user, password));
    }

    private Connection lease(Connection leased) throws SQLException {
        var physical = leased.isWrapperFor(Connection.class) ? leased.unwrap(Connection.class) : leased;
        return (Connection) Proxy.newProxyInstance(
                ReachDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new Lease(leased, physical, told.get(physical)));
    }

    /** One use of a pooled connection. */
    private final class Lease implements InvocationHandler {
        private final Connection leased;
        private final Connection physical;
        private @Nullable Told now;

        Lease(Connection leased, Connection physical, @Nullable Told now) {
            this.leased = leased;
            this.physical = physical;
            this.now = now;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            var name = method.getName();
            if (SPEAKS.contains(name)) {
                tell(Told.of(Acting.now()));
            }
            if (name.equals("equals") && arguments != null) {
                return proxy == arguments[0];
            }
            try {
                var answer = method.invoke(leased, arguments);
                ended(name);
                return answer;
            } catch (InvocationTargetException e) {
                forget(name);
                throw e.getTargetException();
            }
        }

        private void tell(Told wanted) throws SQLException {
            if (wanted.equals(now)) {
                return;
            }
            told.remove(physical);
            now = null;
            try (var statement = leased.prepareStatement(TELL)) {
                statement.setString(1, wanted.role());
                statement.setString(2, wanted.caller());
                statement.setString(3, wanted.internal());
                statement.setString(4, wanted.municipalities());
                statement.setString(5, wanted.sites());
                statement.setString(6, wanted.actsFor());
                statement.setString(7, wanted.callerRole());
                statement.execute();
            }
            now = wanted;
            if (leased.getAutoCommit()) {
                told.put(physical, wanted);
            }
        }

        private void ended(String name) {
            forget(name);
            if (name.equals("commit") && now != null) {
                told.put(physical, now);
            }
        }

        /** Also what was rolled back to a savepoint, and what a failed commit undid. */
        private void forget(String name) {
            if (name.equals("rollback")) {
                told.remove(physical);
                now = null;
            }
        }
    }
}
