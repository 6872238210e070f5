# shellcheck shell=bash
# Everything that cannot be made again in one file: the database and the keys that sign snapshots (docs/decisions/0100).
# Needs AREAL_DB_URL, AREAL_DB_OWNER, AREAL_DB_OWNER_PASSWORD and AREAL_SIGNING_FOLDER.

# as_owner PROGRAM ARGUMENTS…: one of PostgreSQL's programs, as the role that owns the tables.
as_owner() {
    env -u PGHOST -u PGPORT -u PGDATABASE PGUSER="$AREAL_DB_OWNER" PGPASSWORD="$AREAL_DB_OWNER_PASSWORD" "$@"
}

owner_asks() { as_owner psql -XqAt -v ON_ERROR_STOP=1 -d "${AREAL_DB_URL#jdbc:}" -c "$1"; }

# The highest migration a database has had; empty where there is none.
schema_of_database() {
    [ "$(owner_asks "select to_regclass('public.flyway_schema_history') is not null")" = t ] || return 0
    owner_asks "select max(version::int) from flyway_schema_history where success"
}

schema_of_program() {
    find "$root/service/src/main/resources/db/migration" -name 'V*.sql' | sed 's|.*/V\([0-9]*\)__.*|\1|' | sort -n | tail -1
}

# write_backup FILE: the database as it is at this moment, also while the service runs.
write_backup() (
    file=$1
    [ ! -e "$file" ] || fail "$file exists already. Nothing was written."
    umask 077 # the file holds keys and personal data
    work=$(mktemp -d "$(dirname "$file")/.backup.XXXXXX") || fail "Cannot write in $(dirname "$file")."
    trap 'rm -rf "$work"' EXIT
    as_owner pg_dump --format=custom --file="$work/database.dump" -d "${AREAL_DB_URL#jdbc:}" ||
        fail "The database could not be written to $file. Nothing is left of the attempt."
    mkdir "$work/keys"
    find "$AREAL_SIGNING_FOLDER" -maxdepth 1 -name '*.pem' -exec cp {} "$work/keys/" \; 2>/dev/null || true
    printf 'format=1\nschema=%s\nmade=%s\n' "$(schema_of_database)" "$(date --iso-8601=seconds)" >"$work/about"
    (cd "$work" && find about database.dump keys -type f -exec sha256sum {} + >SHA256SUMS)
    tar -C "$work" -cf "$work/all.tar" SHA256SUMS about database.dump keys ||
        fail "There is no room for $file. Nothing is left of the attempt."
    mv "$work/all.tar" "$file"
)

# read_backup FILE: into a database that holds nothing yet; whole or not at all.
read_backup() (
    file=$1
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    tar -C "$work" -xf "$file" SHA256SUMS about database.dump keys 2>/dev/null &&
        (cd "$work" && sha256sum --check --quiet --strict SHA256SUMS >/dev/null 2>&1) ||
        fail "$file is no backup of Arealkompass, or it is damaged. Nothing was restored."
    schema=$(sed -n 's/^schema=//p' "$work/about")
    [ "${schema:-0}" -le "$(schema_of_program)" ] ||
        fail "$file was made by a newer version (schema $schema). Restore it with that version or a newer one."
    [ -z "$(schema_of_database)" ] ||
        fail "The database holds data already. A backup goes into an empty one: stop the service, move the old data away" \
            "(.areal/db, or an own database), and try again. Nothing was changed."
    keys_fit "$work/keys"
    # Extensions, and PostGIS' own table, belong to the database's administrator and are there already.
    pg_restore --list "$work/database.dump" | grep -vE ' (EXTENSION|COMMENT) - | spatial_ref_sys ' >"$work/list"
    as_owner pg_restore --single-transaction --exit-on-error --use-list="$work/list" -d "${AREAL_DB_URL#jdbc:}" \
        "$work/database.dump" || fail "The backup could not be restored. The database is as empty as before."
    mkdir -p "$AREAL_SIGNING_FOLDER"
    find "$work/keys" -name '*.pem' -exec cp --preserve=mode {} "$AREAL_SIGNING_FOLDER/" \;
    owner_asks 'set client_min_messages = error; analyze' >/dev/null
)

# Another key under the same name would make every earlier snapshot unverifiable.
keys_fit() {
    local key there
    for key in "$1"/*.pem; do
        there=$AREAL_SIGNING_FOLDER/${key##*/}
        if [ -e "$key" ] && [ -e "$there" ] && ! cmp -s "$key" "$there"; then
            fail "$there is another key than the backup's. Move it away first. Nothing was restored."
        fi
    done
}
