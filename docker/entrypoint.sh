#!/bin/sh
# Takes a secret from a file where one is named: DATABASE_URL_FILE=/run/secrets/database_url sets DATABASE_URL.
# Then becomes the process itself, so that it gets SIGTERM and can finish its work.
set -eu

for name in DATABASE_URL REDIS_URL SMTP_URL S3_SECRET_ACCESS_KEY; do
  eval "file=\${${name}_FILE:-}"
  if [ -z "$file" ]; then continue; fi
  eval "value=\${${name}:-}"
  if [ -n "$value" ]; then
    echo "${name} と ${name}_FILE は、どちらか一つだけ設定してください。/ Set ${name} or ${name}_FILE, not both." >&2
    exit 1
  fi
  if [ ! -r "$file" ]; then
    echo "${name}_FILE の ${file} を読めません。/ Cannot read ${file}, named by ${name}_FILE." >&2
    exit 1
  fi
  value=$(cat "$file")
  export "${name}=${value}"
  unset "${name}_FILE"
done

exec "$@"
