#!/usr/bin/env bash
# Runs once, when the container of docker-compose.yml makes its database: the role, the database, its extensions.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$AREAL_DB_PASSWORD" -U "$POSTGRES_USER" -d postgres <<'SQL'
create role areal login password :'password';
create database areal owner areal;
\connect areal
create extension postgis;
create extension pgrouting;
create extension btree_gist;
SQL
