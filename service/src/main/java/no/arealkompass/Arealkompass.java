package no.arealkompass;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import no.arealkompass.start.Commands;
import no.arealkompass.start.StartFault;
import no.arealkompass.start.Startup;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** The service: ranks a region's business land against its strategy and explains every point. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Arealkompass {
    private static final Set<String> COMMANDS = Set.of("import", "data", "bench");

    public static void main(String[] args) {
        // The pool allows no wait under 250 ms; whoever waits when the database dies is told within that time.
        System.setProperty("com.zaxxer.hikari.timeoutMs.floor", "50");
        // Spring's own options come first; from the command word on, everything is the command's.
        var words = List.of(args);
        int command = 0;
        while (command < args.length && !COMMANDS.contains(args[command])) {
            command++;
        }
        var application = new SpringApplication(Arealkompass.class);
        var options = words.subList(0, command).toArray(String[]::new);
        if (command == args.length) {
            application.run(options);
        } else {
            System.exit(carryOut(application, options, words.subList(command, args.length)));
        }
    }

    private static int carryOut(SpringApplication application, String[] options, List<String> words) {
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setAdditionalProfiles("command");
        application.setLogStartupInfo(false);
        try (var context = application.run(options)) {
            return context.getBean(Commands.class).run(words, System.out);
        } catch (StartFault e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    /** What day it is; tests set it. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The service is ready when this has run. */
    @Bean
    @Profile("!command")
    ApplicationRunner prepare(Startup startup) {
        return arguments -> startup.prepare(System.out, (text, done, total) -> System.out.println(text + " …"));
    }
}
