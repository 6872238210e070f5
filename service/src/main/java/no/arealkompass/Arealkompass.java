package no.arealkompass;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: ranks a region's business land against its strategy and explains every point. */
@SpringBootApplication
public class Arealkompass {
    public static void main(String[] args) {
        SpringApplication.run(Arealkompass.class, args);
    }
}
