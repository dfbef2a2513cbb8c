# How our own runner is built, and how the peers are set up and run; sourced by compare, compare-pdf and batch, which stand in
# this folder's parent and keep their files in $work. Each function that runs a peer prints lines of JSON.

build_ours() {
    dotnet build -c Release -v q --nologo Benchmarks.csproj > "$work/build.log" || { cat "$work/build.log"; exit 1; }
    ours=../../artifacts/bin/Benchmarks/release/PiiDocs.Benchmarks.dll
}

set_up_peers() {
    (cd peers && npm install --no-audit --no-fund --silent)
    font=peers/node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf
    if ! /usr/bin/python3 -c 'import docxtpl' 2> /dev/null; then
        { apt-get -qq update && apt-get -qq install -y --no-install-recommends python3-docxtpl; } > "$work/apt.log" 2>&1 ||
            echo "docxtpl is not here and cannot be installed (Debian: python3-docxtpl); the run goes on without it" >&2
    fi
}

# The templates and records are those of `peers`.
word_peers() {
    node peers/run.mjs docxtemplater "$work/braces.docx" "$work/records.json" "$work/docxtemplater"
    node peers/run.mjs easy-template-x "$work/braces.docx" "$work/records.json" "$work/easy"
    if /usr/bin/python3 -c 'import docxtpl' 2> /dev/null; then
        /usr/bin/python3 peers/run_docxtpl.py "$work/jinja.docx" "$work/records.json" "$work/docxtpl"
    fi
}

# The documents are those of `pdf-peers`.
pdf_peers() { # documents for Typst, documents for the slow ones, folder of the .docx files (0.docx …) that LibreOffice converts
    node peers/run-pdf.mjs typst "$font" "$work/documents.json" "$work/typst" "$1"
    node peers/run-pdf.mjs pdfkit "$font" "$work/documents.json" "$work/pdfkit" "$2"
    if command -v chromium > /dev/null; then
        node peers/run-pdf.mjs chromium "$font" "$work/documents.json" "$work/chromium" "$2"
    fi

    if command -v soffice > /dev/null; then
        libreoffice "$3" "$2"
    fi
}

libreoffice() { # folder, count
    local start
    start=$(date +%s.%N)
    soffice --headless -env:UserInstallation="file://$work/office" --convert-to pdf --outdir "$work/pdf" \
        $(seq -f "$1/%g.docx" 0 $(($2 - 1))) > /dev/null 2>&1
    awk -v s="$start" -v e="$(date +%s.%N)" -v n="$2" 'BEGIN { printf "{\"tool\":\"LibreOffice, one call\",\"steady\":%f}\n", n / (e - s) }'
}
