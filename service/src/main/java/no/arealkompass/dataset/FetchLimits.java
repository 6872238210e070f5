package no.arealkompass.dataset;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What fetching a file from its publisher may cost.
 *
 * @param folder where files and parts of files are kept between fetches
 * @param attempts how often one file is tried
 * @param backoff wait before the second try; doubled for each further one
 * @param connect longest wait for a connection
 * @param answer longest wait for the head of an answer, and for the next byte of its body
 * @param longestWait longest wait a server may ask for (Retry-After)
 * @param localAddresses whether plain http and addresses of this machine and private networks are allowed; for tests
 */
@Component
record FetchLimits(
        @Value("${areal.fetch.folder}") Path folder,
        @Value("${areal.fetch.attempts:5}") int attempts,
        @Value("${areal.fetch.backoff:1s}") Duration backoff,
        @Value("${areal.fetch.connect:10s}") Duration connect,
        @Value("${areal.fetch.answer:60s}") Duration answer,
        @Value("${areal.fetch.longest-wait:120s}") Duration longestWait,
        @Value("${areal.fetch.local-addresses:false}") boolean localAddresses) {}
