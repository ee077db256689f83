#!/usr/bin/env bash
# Makes the pictures of the README, docs/pictures/*.png, from the packaged service in a directory of its own.
#
#   docs/screenshots.sh
#
# Build first: ./mvnw -q -DskipTests package. It needs chromium and chromedriver (apt-get install chromium chromium-driver).
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f target/quarkus-app/quarkus-run.jar ] || { echo "screenshots: build first: ./mvnw -q -DskipTests package" >&2; exit 1; }
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/screenshots.classpath -Dmdep.includeScope=test
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "target/test-classes:target/classes:$(cat target/screenshots.classpath)" \
  org.peerline.bench.Screenshots docs/pictures
