# Read by mvnw just before it would download Maven; it may call exec_maven, or return and leave the download to mvnw.
#
#   Maven 3.9 or newer on the PATH    is used as it is.
#   an older Maven on the PATH        fetches the pinned release by its coordinates, through that
#                                     Maven's own settings (mirrors, proxies, credentials).
#
# The archive is accepted only if it matches distributionSha256Sum.

mavenOnPath="$(command -v mvn || :)"
[ -n "$mavenOnPath" ] && [ "$MVN_CMD" = mvn ] || return 0

mavenVersion="$("$mavenOnPath" -B --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')"
case "$mavenVersion" in
3.9.* | 3.[1-9][0-9]*)
  verbose "using Maven $mavenVersion at $mavenOnPath"
  exec "$mavenOnPath" "$@"
  ;;
esac

pinnedVersion="${distributionUrlNameMain#apache-maven-}"
archive="$distributionUrlNameMain-bin.zip"
if ! seedDir="$(mktemp -d)"; then return 0; fi
dropSeed() { rm -rf -- "$seedDir"; }
trap dropSeed HUP INT TERM EXIT

printf '%s\n' "mvnw: Maven $mavenVersion is too old; fetching $pinnedVersion with it" >&2
if (
  cd "$seedDir" && # outside the project, whose build needs the newer Maven
    "$mavenOnPath" -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
      -Dartifact="org.apache.maven:apache-maven:$pinnedVersion:zip:bin" -DoutputDirectory="$seedDir" >"$seedDir/log" 2>&1
) && [ -f "$seedDir/$archive" ]; then
  if command -v sha256sum >/dev/null; then
    actualSum="$(sha256sum <"$seedDir/$archive" | cut -d' ' -f1)"
  else
    actualSum="$(shasum -a 256 <"$seedDir/$archive" | cut -d' ' -f1)"
  fi
  [ "$actualSum" = "$distributionSha256Sum" ] || die "mvnw: $archive does not match distributionSha256Sum"
  (
    cd "$seedDir"
    if command -v unzip >/dev/null; then
      unzip -q "$archive"
    else
      if [ -n "${JAVA_HOME-}" ]; then PATH="$JAVA_HOME/bin:$PATH"; fi
      jar xf "$archive" && chmod +x "$distributionUrlNameMain/bin/mvn" "$distributionUrlNameMain/bin/mvnDebug"
    fi
  ) || die "mvnw: could not unpack $archive"
  mkdir -p -- "${MAVEN_HOME%/*}"
  mv -- "$seedDir/$distributionUrlNameMain" "$MAVEN_HOME" || [ -d "$MAVEN_HOME" ] || die "mvnw: could not move Maven to $MAVEN_HOME"
  dropSeed
  exec_maven "$@"
fi
verbose "$(cat "$seedDir/log" 2>/dev/null || :)"
printf '%s\n' "mvnw: that did not work; trying $distributionUrl" >&2
dropSeed
trap - HUP INT TERM EXIT
