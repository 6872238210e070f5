package no.arealkompass.access;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;

/** Binds the caller of each method that takes one, and lets the database's connections know (docs/decisions/0090). */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ActingAdvice {
    private static final String OURS = "no.arealkompass.";

    /** Outside of transactions, so that whatever runs within one knows who acts. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor actingAdvisor() {
        var advisor = new DefaultPointcutAdvisor(new TakesCaller(), (MethodInterceptor) invocation -> {
            var before = Acting.change(caller(invocation.getArguments()));
            try {
                return invocation.proceed();
            } finally {
                Acting.change(before);
            }
        });
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static BeanPostProcessor reachOfConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool && !(bean instanceof ReachDataSource)
                        ? new ReachDataSource(pool)
                        : bean;
            }
        };
    }

    private static Caller caller(@Nullable Object[] arguments) {
        return Arrays.stream(arguments)
                .filter(Caller.class::isInstance)
                .map(Caller.class::cast)
                .findFirst()
                .orElse(Caller.PUBLIC);
    }

    private static final class TakesCaller extends StaticMethodMatcherPointcut {
        TakesCaller() {
            setClassFilter(type -> type.getName().startsWith(OURS) && !type.isRecord());
        }

        @Override
        public boolean matches(Method method, Class<?> type) {
            return !Modifier.isPrivate(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())
                    && Arrays.asList(method.getParameterTypes()).contains(Caller.class);
        }
    }
}
