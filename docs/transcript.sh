#!/usr/bin/env bash
# Plays the main job against a running service with the simulator, and prints every command with its answer.
#
#   docs/transcript.sh [URL] [ADMIN_KEY]
#
# URL is http://localhost:8080 unless given; the key is read from the data directory (PEERLINE_DATA_DIR, or "data").
# It needs curl. It can be run again: at its end the request is closed.
set -euo pipefail

URL="${1:-http://localhost:8080}"
URL="${URL%/}"
keyFile="${PEERLINE_DATA_DIR:-$(dirname "$0")/../data}/admin-key"
ADMIN="${2:-$(cat "$keyFile" 2>/dev/null || true)}"
SAM=+447700900123
JSON="Content-Type: application/json"

fail() {
  echo "transcript: $1" >&2
  exit 1
}

[ -n "$ADMIN" ] || fail "no ADMIN key: give it as the second argument, or set PEERLINE_DATA_DIR"
curl -fsS -o /dev/null "$URL/q/health/ready" || fail "nothing answers at $URL"

# JSON on several lines where that is easily done; the value of a key only as far as it is needed to recognise one.
show() {
  local answer
  answer="$(cat)"
  case "$answer" in
    '{'* | '['*) answer="$(printf '%s' "$answer" | python3 -m json.tool --no-ensure-ascii 2>/dev/null || printf '%s' "$answer")" ;;
  esac
  printf '%s\n' "$answer" | sed -E 's/(pl_.{4})[A-Za-z0-9_-]{39}/\1.../g'
}

# Prints a command as it can be typed, then runs it. What it answers is also kept, in $answer.
run() {
  printf '$ %s\n' "$1"
  answer="$(eval "$1")"
  printf '%s' "$answer" | show
  echo
  case "$answer" in
    '') fail "there was no answer" ;;
    *urn:peerline:problem:*) fail "that should have worked" ;;
  esac
}

say() { printf '# %s\n' "$1"; }

# The first value of a property in the last answer.
value() {
  local found
  found="$(printf '%s' "$answer" | grep -o "\"$1\" *: *\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4 || true)"
  [ -n "$found" ] || fail "the answer has no $1"
  printf '%s' "$found"
}

set_value() {
  printf '$ %s=%s\n\n' "$1" "$2" | sed -E 's/(pl_.{4})[A-Za-z0-9_-]{39}/\1.../g'
  printf -v "$1" '%s' "$2"
}

# A line for each of the latest texts, whatever the order of its properties.
texts() {
  awk 'BEGIN { RS = "{" }
    function field(name) {
      if (!match($0, "\"" name "\":\"([^\"\\\\]|\\\\.)*\"")) return ""
      return substr($0, RSTART + length(name) + 4, RLENGTH - length(name) - 5)
    }
    /"direction"/ { print field("direction") " " field("from") " -> " field("to") ": " field("body") }' |
    tail -n "$1" | awk '{ gsub(/\\n/, "\n    ") } 1'
}

say "Where the service is, and the first key: it opens the door to making other keys, and no other."
printf '$ URL=%s\n' "$URL"
printf '$ ADMIN=%s\n' "pl_..."
printf '$ SAM=%s\n' "$SAM"
printf '$ JSON="%s"\n\n' "$JSON"

say "A key for the phone line's system, and one for a coordinator."
run 'curl -sS "$URL/v1/api-keys" -H "Authorization: Bearer $ADMIN" -H "$JSON" \
    -d '\''{"name": "Phone line", "roles": ["INTAKE"]}'\'''
set_value INTAKE "$(value key)"
run 'curl -sS "$URL/v1/api-keys" -H "Authorization: Bearer $ADMIN" -H "$JSON" \
    -d '\''{"name": "Coordination", "roles": ["COORDINATOR"]}'\'''
set_value COORDINATOR "$(value key)"

say "The call handler opens a request with the five fields that the phone line asks for."
run 'curl -sS "$URL/v1/requests" -H "Authorization: Bearer $INTAKE" -H "$JSON" \
    -d '\''{"name": "Sam Okafor", "contactNumber": "07700 900123", "dateOfBirth": "1994-05-17",
            "address": {"line1": "1 High Street", "town": "Leeds", "postcode": "LS1 1AA"},
            "jobRole": "Foundation doctor"}'\'''
peerId="$(printf '%s' "$answer" | grep -o '"peer" *: *{[^}]*}' | grep -o '"id" *: *"[^"]*"' | cut -d '"' -f 4 || true)"
[ -n "$peerId" ] || fail "nobody is free on the roster, so the request waits"
set_value REQUEST "$(value reference)"
set_value RELAY "$(value relayNumber)"

say "The number of the peer who was chosen; the roster shows it to coordinators only."
set_value PEER_ID "$peerId"
run 'curl -sS "$URL/v1/peers/$PEER_ID" -H "Authorization: Bearer $COORDINATOR" | grep -o "\"mobileNumber\":\"[^\"]*\""'
set_value PEER "$(value mobileNumber)"

say "Two little words for what follows: send a text from a phone, and see the latest texts on one."
cat <<'WORDS'
$ text() { curl -sS "$URL/simulator/messages" -o /dev/null -H "$JSON" -d "{\"from\": \"$1\", \"to\": \"$2\", \"body\": \"$3\"}"; }
$ phone() { curl -sSG "$URL/simulator/messages" --data-urlencode "number=$1" | texts "$2"; }

WORDS
text() { curl -sS "$URL/simulator/messages" -o /dev/null -H "$JSON" -d "{\"from\": \"$1\", \"to\": \"$2\", \"body\": \"$3\"}"; }
phone() { curl -sSG "$URL/simulator/messages" --data-urlencode "number=$1" | texts "$2"; }

say "The details are on Sam's phone. Sam answers; the answer is the first text, and the peer receives it."
run 'phone $SAM 1'
run 'text $SAM $RELAY "Hello, I would like to talk to somebody. Things are hard at work."; phone $PEER 1'

say "The peer answers. Both see the relay number, and neither sees the other's."
run 'text $PEER $RELAY "Hello Sam, I am glad you wrote. Would a call help?"; phone $SAM 1'

say "The peer suggests a time, Sam agrees, and both are told."
run 'text $PEER $RELAY "CALL tomorrow 7pm"; phone $PEER 1; phone $SAM 1'
run 'text $SAM $RELAY "OK"; phone $SAM 1; phone $PEER 1'

say "What happens next? STATUS tells."
run 'text $SAM $RELAY "STATUS"; phone $SAM 1'

say "The agreed call, with who said yes, how and when."
run 'curl -sS "$URL/v1/calls?status=AGREED" -H "Authorization: Bearer $COORDINATOR"'

say "When they are done, the coordinator closes the request, and both are thanked."
run 'curl -sS "$URL/v1/requests/$REQUEST/close" -H "Authorization: Bearer $COORDINATOR" -H "$JSON" \
    -d '\''{"outcome": "COMPLETED"}'\'''
run 'phone $SAM 1; phone $PEER 1'
