#!/bin/bash
# Starts Keycloak with its secrets, each from a file named after the variable it becomes; Keycloak reads no files
# of secrets by itself.
set -euo pipefail
for file in /run/secrets/*; do
    export "${file##*/}=$(< "$file")"
done
exec /opt/keycloak/bin/kc.sh "$@"
