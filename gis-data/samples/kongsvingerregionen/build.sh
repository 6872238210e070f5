#!/bin/sh
# Rebuilds the sample layers in this folder. Needs psql and a PostGIS: set PGHOST, PGPORT, PGUSER, PGDATABASE as usual.
set -eu
cd "$(dirname "$0")"
psql --no-psqlrc --quiet --file build.sql
