#!/usr/bin/env bash
# Installs, on Debian and its kin, the foreign readers that the tests ask for a second opinion.
set -uo pipefail

declare -A package_of=(
    [soffice]=libreoffice-writer-nogui
    [pdftotext]=poppler-utils
    [qpdf]=qpdf
    [mutool]=mupdf-tools
    [unzip]=unzip
    [javac]=default-jdk-headless
    [chromium]=chromium
    [node]=nodejs
    [npm]=npm
)

missing=()
for tool in "${!package_of[@]}"; do
    command -v "$tool" > /dev/null || missing+=("${package_of[$tool]}")
done
# Sheets are saved again by Calc, which comes apart from Writer.
[ -e /usr/lib/libreoffice/program/libsclo.so ] || missing+=(libreoffice-calc-nogui)
# PDFBox Preflight judges PDF/A-1b files (tests/EndToEnd/preflight.sh).
[ -e /usr/share/java/preflight.jar ] || missing+=(libpdfbox2-java libfontbox2-java)
[ -e /usr/share/java/commons-logging.jar ] || missing+=(libcommons-logging-java)
[ -e /usr/share/java/commons-io.jar ] || missing+=(libcommons-io-java)
[ -e /usr/share/java/jaxb-api.jar ] || missing+=(libjaxb-api-java)
# The registers are tested on a real server too (tests/EndToEnd/Registers).
compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || missing+=(postgresql)
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get > /dev/null; then
    echo "run-tests: please install: ${missing[*]}" >&2
    exit 1
fi

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
echo "run-tests: installing ${missing[*]} …" >&2
log=$(mktemp)
{
    "${as_root[@]}" apt-get update -q &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
} > "$log" 2>&1 && exit 0
cat "$log" >&2
echo "run-tests: could not install: ${missing[*]}" >&2
exit 1
