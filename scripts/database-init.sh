#!/usr/bin/env bash
# Runs once, when the container of docker-compose.yml makes its database: the roles, the database, its extensions.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v owner="$AREAL_DB_OWNER_PASSWORD" -v password="$AREAL_DB_PASSWORD" -U "$POSTGRES_USER" -d postgres <<'SQL'
create role areal login password :'owner';
create role areal_all nologin;
create role areal_app login noinherit password :'password';
grant areal_all to areal_app;
create database areal owner areal;
\connect areal
create extension postgis;
create extension pgrouting;
create extension btree_gist;
SQL
