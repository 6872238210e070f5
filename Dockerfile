# Build: a JDK and Maven. Run: a JRE, GDAL for reading files, bubblewrap for confining it.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY gis-data gis-data
COPY web web
COPY service service
RUN mvn -B -ntp package -Dfast -Dmaven.test.skip=true

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-21-jre-headless gdal-bin bubblewrap \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home areal \
    && install -d -m 700 -o 10001 /var/lib/arealkompass
COPY --from=build /build/service/target/arealkompass.jar /opt/arealkompass.jar
USER 10001
EXPOSE 8080
# GeoTools unpacks its table of coordinate systems on first use; the root file system may be read-only.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -Djava.io.tmpdir=/tmp -DEPSG-HSQL.directory=/tmp"
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=5 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${AREAL_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-jar", "/opt/arealkompass.jar"]
