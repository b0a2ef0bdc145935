#!/bin/bash
# Makes the secrets of a Peildatum that runs apart: one file for each, in one directory for each who may read it.
# What is there already is kept. With the argument `tonen` it prints what persons and programs log in with.
set -euo pipefail
shopt -s inherit_errexit
umask 077

directory=/geheimen

# The users as whom the containers run.
readonly postgres=999 keycloak=1000 application=10001 curl=100

# A database that was made with other secrets opens to nobody.
if [ -e /var/lib/postgresql/18/docker/PG_VERSION ] && [ ! -d "$directory/bron" ]; then
    echo "De database is er wel en de geheimen zijn weg. Zet het volume geheimen terug uit een kopie." >&2
    exit 1
fi

# A secret of 192 random bits, made once; the same one goes to everybody who needs it.
secret() {
    local source="$directory/bron/$1"
    if [ ! -s "$source" ]; then
        mkdir -p "$directory/bron"
        head -c 24 /dev/urandom | base64 | tr '+/' '-_' > "$source.nieuw"
        mv "$source.nieuw" "$source"
    fi
    cat "$source"
}

# give <secret> <who> <user> <name>: what <who> finds under /run/secrets/<name>
give() {
    local target="$directory/$2/$4" value
    value=$(secret "$1")
    mkdir -p "$directory/$2"
    printf '%s' "$value" > "$target.nieuw"
    mv "$target.nieuw" "$target"
    if [ "$(id -u)" -eq 0 ]; then
        chown -R "$3" "$directory/$2"
    fi
}

if [ "${1:-}" = tonen ]; then
    for person in lezer secretariaat secretariaat-2 auditor beheerder; do
        echo "persoon $person $(secret "$person.password")"
    done
    for client in lezer secretariaat auditor beheerder; do
        echo "programma $client $(secret "$client.client-secret")"
    done
    echo "keycloak beheer $(secret beheer)"
    exit
fi

give postgres postgres "$postgres" postgres
for login in peildatum peildatum_command peildatum_query keycloak; do
    give "$login" postgres "$postgres" "$login"
done

give peildatum_command command-side "$application" spring.datasource.password
give peildatum command-side "$application" spring.flyway.password
give peildatum_query query-side "$application" spring.datasource.password
give peildatum query-side "$application" spring.flyway.password
give portal.client-secret portal "$application" peildatum.inloggen.client-secret

give keycloak keycloak "$keycloak" KC_DB_PASSWORD
give beheer keycloak "$keycloak" KC_BOOTSTRAP_ADMIN_PASSWORD
for client in portal lezer secretariaat auditor beheerder; do
    give "$client.client-secret" keycloak "$keycloak" "${client^^}_CLIENT_SECRET"
done
for person in lezer secretariaat secretariaat-2 auditor beheerder; do
    name="${person^^}_PASSWORD"
    give "$person.password" keycloak "$keycloak" "${name//-/_}"
done

give secretariaat.client-secret overnemen "$curl" client-secret
