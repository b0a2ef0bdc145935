#!/bin/sh
# Takes over the published overview through the front door, as any program would: with a token of the secretariat.
# Can be run again: what was recorded is recorded once.
set -eu

programme=samen-tegen-mensenhandel
report_date=2025-11-30
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

fail() {
    echo "$1" >&2
    cat "$answer" >&2
    exit 1
}

# post <address> <content type> <key> <body>: leaves the answer in $answer and the status in $status
post() {
    status=$(curl -sS -o "$answer" -w '%{http_code}' --retry 5 --retry-connrefused \
        -H "Authorization: Bearer $token" -H "Content-Type: $2" -H "Idempotency-Key: $3" \
        --data-binary "$4" "$PORTAL/api/v1/programmas$1")
}

curl -sS --fail-with-body -o "$answer" --retry 5 --retry-connrefused \
    -d grant_type=client_credentials -d client_id=secretariaat --data-urlencode client_secret@/run/secrets/client-secret \
    "$TOKENS" || fail "De aanmelddienst gaf geen token."
token=$(sed 's/.*"access_token":"\([^"]*\)".*/\1/' "$answer")

post "" application/json peildatum-eerste-start-programma \
    '{"programma": "samen-tegen-mensenhandel", "naam": "Samen tegen mensenhandel", "startjaar": 2024, "eindjaar": 2027,
      "uitgevers": ["Ministerie van Justitie en Veiligheid", "Ministerie van Sociale Zaken en Werkgelegenheid",
        "Ministerie van Volksgezondheid, Welzijn en Sport", "Ministerie van Buitenlandse Zaken"]}'
case "$status" in
    201 | 409) ;;
    *) fail "Het programma kon niet worden vastgelegd ($status)." ;;
esac

post "/$programme/importen?peildatum=$report_date" text/markdown peildatum-eerste-start-overzicht-2025-11 \
    @/opt/peildatum/monitoringsoverzicht-2025-11.md
case "$status" in
    201) echo "Het monitoringsoverzicht van november 2025 is overgenomen (peildatum 30 november 2025)." ;;
    200) echo "Het monitoringsoverzicht van november 2025 was al overgenomen. Er is niets veranderd." ;;
    *) fail "Het monitoringsoverzicht kon niet worden overgenomen ($status)." ;;
esac
