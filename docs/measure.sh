#!/usr/bin/env bash
# Measures how many texts a second the packaged service relays: see docs/performance.md.
#
#   docs/measure.sh [CONNECTIONS] [TEXTS] [ROUNDS]
#
# Build first: ./mvnw -q -DskipTests package. JAVA_HOME chooses the JDK that is measured.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f target/quarkus-app/quarkus-run.jar ] || { echo "measure: build first: ./mvnw -q -DskipTests package" >&2; exit 1; }
./mvnw -q dependency:build-classpath -Dmdep.outputFile=target/measure.classpath -Dmdep.includeScope=test
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "target/test-classes:target/classes:$(cat target/measure.classpath)" \
  org.peerline.bench.RelayBench "${1:-64}" "${2:-4000}" "${3:-3}"
