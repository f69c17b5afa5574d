#!/bin/sh
# Makes the passwords of docker-compose.yml, once, in .env beside it. Needs nothing but a shell.
set -eu
file="$(cd "$(dirname "$0")/../.." && pwd)/.env"
if [ -e "$file" ]; then
  echo "$file is there already and stays as it is."
  exit 0
fi
umask 077
secret() { head -c 24 /dev/urandom | base64 | tr '+/' '-_'; }
for name in ADMIN SCHEDULING MODALITY_GATEWAY READING REPORTING DELIVERY; do
  echo "OSTEON_PASSWORD_$name=$(secret)"
done >"$file.part"
mv "$file.part" "$file"
echo "Passwords are in $file, for you alone."
