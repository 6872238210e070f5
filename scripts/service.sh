# shellcheck shell=bash
# Builds the service, opens its database, runs it.

maven() { mvn -B -f "$root/pom.xml" "$@"; }

npm_run() { (cd "$root/web" && npm run --silent "$1"); }

web_tools() {
    local installed=$root/web/node_modules/.package-lock.json
    if [ ! -e "$installed" ] || [ "$root/web/package-lock.json" -nt "$installed" ]; then
        step "Fetching the front end's tools" npm --prefix "$root/web" ci --no-audit --no-fund
    fi
}

# The service runs from a copy, so that a build or a test beside it does not pull the jar from under its feet.
build() {
    mkdir -p "$state"
    if [ -e "$jar" ] && ! changed_since_build; then
        return
    fi
    local started
    started=$(date --iso-8601=ns)
    step "Building the service (the first time some minutes, to fetch its libraries)" \
        maven -q -ntp package -Dfast -Dmaven.test.skip=true
    cp "$root/service/target/arealkompass.jar" "$jar.new"
    touch -d "$started" "$jar.new"
    mv "$jar.new" "$jar"
}

changed_since_build() {
    [ "$root/pom.xml" -nt "$jar" ] || [ -n "$(find "$root"/{gis-data,web,service} -mindepth 1 \
        \( -name target -o -name node_modules -o -name test \) -prune -o -newer "$jar" -print -quit)" ]
}

cluster() {
    "$java_home/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
        "$root/service/src/main/java/no/arealkompass/cluster/Cluster.java" "$1" "$state" "${@:2}" 9>&-
}

# open_database [NAME]: sets AREAL_DB_URL and both roles, the owner and the service's, starting the private cluster if
# needed.
# A shared lock tells who else uses it: the last one out stops what was started here.
open_database() {
    if [ -n "${AREAL_DB_URL:-}" ]; then
        [ -n "${AREAL_DB_USER:-}" ] || fail "AREAL_DB_URL is set; set AREAL_DB_USER and AREAL_DB_PASSWORD as well."
        [ -n "${AREAL_DB_OWNER:-}" ] || fail "AREAL_DB_URL is set; set AREAL_DB_OWNER and AREAL_DB_OWNER_PASSWORD as well:
  the role that owns the tables and migrates them. AREAL_DB_USER is another one, see README.md."
        export AREAL_DB_URL AREAL_DB_USER AREAL_DB_PASSWORD=${AREAL_DB_PASSWORD:-}
        export AREAL_DB_OWNER AREAL_DB_OWNER_PASSWORD=${AREAL_DB_OWNER_PASSWORD:-}
        return
    fi
    mkdir -p "$state"
    exec 9>"$state/in-use"
    flock -s 9
    trap close_database EXIT
    local answer="$state/answer.$$"
    step "Starting the database" start_cluster "$answer" "${1:-areal}"
    read -r database_was database_port <"$answer"
    rm -f "$answer"
    [ ! -L "$state/db" ] || say "  The user postgres cannot reach this folder: the data are in $(readlink "$state/db")"
    AREAL_DB_URL=jdbc:postgresql://127.0.0.1:$database_port/${1:-areal}
    AREAL_DB_OWNER=areal AREAL_DB_USER=areal_app
    AREAL_DB_OWNER_PASSWORD=$(sed -n 's/^areal=//p' "$state/secret")
    AREAL_DB_PASSWORD=$(sed -n 's/^areal_app=//p' "$state/secret")
    export AREAL_DB_URL AREAL_DB_USER AREAL_DB_PASSWORD AREAL_DB_OWNER AREAL_DB_OWNER_PASSWORD
    export AREAL_FETCH_FOLDER=${AREAL_FETCH_FOLDER:-$state/fetched}
}

start_cluster() { cluster start "$2" >"$1"; }

close_database() {
    trap '' INT TERM HUP
    if [ "$database_was" != running ] && flock -n -x 9; then
        cluster stop
    fi
}

# Killed with -9, this script takes the service with it. LC_ALL: the system's own messages, such as that of a full disk, are
# read by the service.
service_jvm() {
    local status=0
    spawn setpriv --pdeathsig TERM env LC_ALL=C.UTF-8 "$java_home/bin/java" -XX:+UseSerialGC \
        --enable-native-access=ALL-UNNAMED -jar "$jar" "$@"
    wait "$child" || status=$?
    child=
    return "$status"
}

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }

claim_port() {
    [[ $port =~ ^[0-9]+$ ]] || fail "AREAL_PORT=$port is not a port number."
    if port_taken; then
        fail "Port $port is in use by another program. Stop it, or choose another port: AREAL_PORT=$((port + 1)) ./areal run"
    fi
}

ready() {
    local status
    exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
    printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
    read -r -t 5 _ status _ <&3 || status=
    exec 3>&-
    [ "${status:-}" = 200 ]
}

start_service() {
    local start=$SECONDS shown=0 status=0
    say "Starting the service …"
    export AREAL_PORT=$port
    on_stop=0
    spawn setpriv --pdeathsig TERM env LC_ALL=C.UTF-8 "$java_home/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -jar "$jar"
    until (ready) 2>/dev/null; do
        kill -0 "$child" 2>/dev/null || break
        if [ $((SECONDS - start - shown)) -ge 10 ]; then
            shown=$((SECONDS - start))
            say "  … $shown s"
        fi
        sleep 0.3
    done
    if kill -0 "$child" 2>/dev/null; then
        say "Arealkompass: http://localhost:$port/   (ready after $((SECONDS - start)) s; Ctrl-C stops it)"
    fi
    wait "$child" || status=$?
    child=
    fail "The service ended by itself ($status)."
}

check_compose() {
    if has docker-compose; then
        step "Checking docker-compose.yml" env AREAL_DB_PASSWORD=x AREAL_DB_OWNER_PASSWORD=x \
            AREAL_DB_SUPERUSER_PASSWORD=x \
            docker-compose -f "$root/docker-compose.yml" config -q
    else
        say "docker-compose.yml: not checked, docker-compose is not installed"
    fi
}
