#!/bin/sh
# Takes over the published overview through the front door, as any program would: with a token of the secretariat.
# Can be run again: what is there already is not recorded again.
set -eu

programme=samen-tegen-mensenhandel
report_date=2025-11-30
umask 077
answer=$(mktemp)
caller=$(mktemp)
trap 'rm -f "$answer" "$caller"' EXIT

fail() {
    echo "$1" >&2
    cat "$answer" >&2
    exit 1
}

# post <address> <content type> <body>: leaves the answer in $answer and the status in $status
post() {
    status=$(curl -sS -o "$answer" -w '%{http_code}' --retry 5 --retry-connrefused \
        -H "@$caller" -H "Content-Type: $2" --data-binary "$3" "$PORTAL/api/v1/programmas$1")
}

curl -sS --fail-with-body -o "$answer" --retry 5 --retry-connrefused \
    -d grant_type=client_credentials -d client_id=secretariaat --data-urlencode client_secret@/run/secrets/client-secret \
    "$TOKENS" || fail "De aanmelddienst gaf geen token."
sed 's/.*"access_token":"\([^"]*\)".*/Authorization: Bearer \1/' "$answer" > "$caller"

post "" application/json \
    '{"programma": "samen-tegen-mensenhandel", "naam": "Samen tegen mensenhandel", "startjaar": 2024, "eindjaar": 2027,
      "uitgevers": ["Ministerie van Justitie en Veiligheid", "Ministerie van Sociale Zaken en Werkgelegenheid",
        "Ministerie van Volksgezondheid, Welzijn en Sport", "Ministerie van Buitenlandse Zaken"]}'
case "$status" in
    201 | 409) ;;
    *) fail "Het programma kon niet worden vastgelegd ($status)." ;;
esac

post "/$programme/importen?peildatum=$report_date" text/markdown \
    @/opt/peildatum/monitoringsoverzicht-2025-11.md
case "$status" in
    201) echo "Het monitoringsoverzicht van november 2025 is overgenomen (peildatum 30 november 2025)." ;;
    200) echo "Het monitoringsoverzicht van november 2025 was al overgenomen. Er is niets veranderd." ;;
    *) fail "Het monitoringsoverzicht kon niet worden overgenomen ($status)." ;;
esac
