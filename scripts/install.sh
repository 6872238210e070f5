# shellcheck shell=bash
# Finds what the tasks need and installs what is missing from Debian's packages.

jdk_level=21
postgres_packages=(postgresql postgresql-postgis postgresql-pgrouting)

need_to_run() {
    find_jdk
    [ -n "$java_home" ] || missing+=("$(jdk_package)")
    has mvn || missing+=(maven)
    has ogr2ogr || missing+=(gdal-bin)
    has bwrap || missing+=(bubblewrap)
    { [ -n "${AREAL_DB_URL:-}" ] && has psql; } || has_postgres || missing+=("${postgres_packages[@]}")
    install_missing
}

need_to_test() {
    local AREAL_DB_URL=
    has node || missing+=(nodejs)
    has npm || missing+=(npm)
    has chromium || missing+=(chromium)
    has shellcheck || missing+=(shellcheck)
    [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing+=(fonts-dejavu-core)
    need_to_run
}

has() { command -v "$1" >/dev/null; }

has_postgres() {
    local folder extensions
    for folder in /usr/lib/postgresql/*; do
        extensions=/usr/share/postgresql/${folder##*/}/extension
        if [ -x "$folder/bin/initdb" ] && [ -e "$extensions/postgis.control" ] &&
            [ -e "$extensions/pgrouting.control" ]; then
            return 0
        fi
    done
    return 1
}

# The newest JDK of JAVA_HOME, the path and the system's folder; its `release` file tells the version.
find_jdk() {
    local on_path candidate level newest=$((jdk_level - 1))
    on_path=$(readlink -f "$(command -v javac || true)" || true)
    for candidate in "${JAVA_HOME:-}" "${on_path%/bin/javac}" /usr/lib/jvm/*; do
        [ -x "$candidate/bin/javac" ] || continue
        level=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release" 2>/dev/null || true)
        if [ "${level:-0}" -gt "$newest" ]; then
            newest=$level
            java_home=$candidate
        fi
    done
    [ -n "$java_home" ] || return 0
    export JAVA_HOME=$java_home
    export MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ${MAVEN_OPTS:-}"
    # Debian's Maven is older than the newest JDKs and makes them warn about its own libraries.
    if [ "$newest" -ge 24 ]; then
        MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED $MAVEN_OPTS"
    fi
}

jdk_package() {
    local package
    for package in openjdk-25-jdk-headless openjdk-21-jdk-headless; do
        if apt-cache show "$package" >/dev/null 2>&1; then
            printf '%s' "$package"
            return
        fi
    done
    printf 'JDK'
}

install_missing() {
    [ "${#missing[@]}" -gt 0 ] || return 0
    if [[ " ${missing[*]} " == *" JDK "* ]]; then
        refuse_without_jdk
    fi
    local command="apt-get install -y --no-install-recommends ${missing[*]}"
    if ! has apt-get; then
        fail "Missing: ${missing[*]} (names of Debian's packages). Install them and try again."
    elif [ "$(id -u)" = 0 ]; then
        install_as ""
    elif has sudo && [ -t 0 ]; then
        printf 'Missing: %s\nInstall with "sudo %s"? [y/N] ' "${missing[*]}" "$command"
        local answer
        read -r answer
        [[ $answer =~ ^[yYjJ] ]] || fail "Nothing was installed."
        install_as sudo
    else
        fail "Missing: ${missing[*]}. Install them with:"$'\n'"  sudo $command"
    fi
    missing=()
    find_jdk
}

install_as() {
    local -a as=(env DEBIAN_FRONTEND=noninteractive)
    [ -z "$1" ] || as=("$1" "${as[@]}")
    [ -z "$1" ] || sudo -v
    step "Reading Debian's package lists" "${as[@]}" apt-get update -q
    step "Installing ${missing[*]}" "${as[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}"
}

refuse_without_jdk() {
    fail "A JDK $jdk_level or newer is needed, and the package lists of this machine hold none.
  If they are old, refresh them:   sudo apt-get update
  Debian 13 and newer:             sudo apt-get install openjdk-25-jdk-headless (or openjdk-21-jdk-headless)
  Debian 12:                       install Eclipse Temurin 25 (adoptium.net) and set JAVA_HOME to its folder"
}
