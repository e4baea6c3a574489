#!/usr/bin/env bash
# Run by the database's first start: roles and schemas, all with the one password the services are given.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set password="$VIGIE_DATABASE_PASSWORD" <<'SQL'
set vigie.password = :'password';
\ir /vigie/init.sql
SQL
