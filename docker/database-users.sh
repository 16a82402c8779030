#!/bin/sh
# The three users of docs/trust.md: `yui` owns the database, `yui_api` and `yui_background` may act as one role each and own
# nothing. The image of PostgreSQL runs this while it makes an empty database. On one that was there before:
#   docker compose -f docker/compose.yaml exec postgres sh /docker-entrypoint-initdb.d/database-users.sh
# It may be run again at any time; it then only sets the passwords.
set -eu

psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
  --set=owner="$OWNER_PASSWORD" --set=api="$API_PASSWORD" --set=worker="$WORKER_PASSWORD" <<'SQL'
SELECT format('CREATE ROLE %I NOLOGIN', name)
  FROM unnest(ARRAY['yui_migrator', 'yui_app', 'yui_worker', 'yui_auditor']) AS name
  WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) \gexec
SELECT format('CREATE ROLE %I LOGIN', name)
  FROM unnest(ARRAY['yui', 'yui_api', 'yui_background']) AS name
  WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) \gexec
ALTER ROLE yui NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS NOREPLICATION PASSWORD :'owner';
ALTER ROLE yui_api NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS NOREPLICATION PASSWORD :'api';
ALTER ROLE yui_background NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS NOREPLICATION PASSWORD :'worker';
GRANT yui_migrator, yui_app, yui_worker, yui_auditor TO yui;
GRANT yui_app TO yui_api;
GRANT yui_worker TO yui_background;
SELECT 'CREATE DATABASE yui OWNER yui' WHERE NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = 'yui') \gexec
ALTER DATABASE yui OWNER TO yui;
SQL
