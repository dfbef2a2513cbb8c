#!/bin/sh
# preflight.sh FILE.pdf...: asks PDFBox Preflight whether the files keep PDF/A-1b; exits 0 if it finds nothing, 1 with
# its findings, 3 where Java or PDFBox is not installed.
# Debian: default-jdk-headless libpdfbox2-java libfontbox2-java libcommons-logging-java libcommons-io-java libjaxb-api-java
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
classes="$root/artifacts/preflight"
jars=/usr/share/java

for needed in "$jars/preflight.jar" "$jars/pdfbox2.jar" "$jars/fontbox2.jar" "$jars/xmpbox.jar" \
    "$jars/commons-logging.jar" "$jars/commons-io.jar" "$jars/jaxb-api.jar"; do
    if [ ! -e "$needed" ] || ! command -v javac >/dev/null 2>&1; then
        echo "preflight: needs Java and Debian's libpdfbox2-java with its companions ($needed)" >&2
        exit 3
    fi
done

# Preflight wants two classes that left the Java runtime with version 11 and are not packaged beside it.
if [ ! -f "$classes/javax/activation/FileDataSource.class" ]; then
    sources=$(mktemp -d)
    trap 'rm -rf "$sources"' EXIT
    cat > "$sources/DataSource.java" <<'JAVA'
package javax.activation;

public interface DataSource {
    java.io.InputStream getInputStream() throws java.io.IOException;

    java.io.OutputStream getOutputStream() throws java.io.IOException;

    String getContentType();

    String getName();
}
JAVA
    cat > "$sources/FileDataSource.java" <<'JAVA'
package javax.activation;

public class FileDataSource implements DataSource {
    private final java.io.File file;

    public FileDataSource(java.io.File file) {
        this.file = file;
    }

    public FileDataSource(String path) {
        this(new java.io.File(path));
    }

    public java.io.InputStream getInputStream() throws java.io.IOException {
        return new java.io.FileInputStream(file);
    }

    public java.io.OutputStream getOutputStream() throws java.io.IOException {
        return new java.io.FileOutputStream(file);
    }

    public String getContentType() {
        return "application/pdf";
    }

    public String getName() {
        return file.getName();
    }

    public java.io.File getFile() {
        return file;
    }
}
JAVA
    mkdir -p "$classes"
    javac -d "$classes" "$sources/DataSource.java" "$sources/FileDataSource.java"
fi

path="$classes"
for jar in preflight pdfbox2 fontbox2 xmpbox commons-logging commons-io jaxb-api; do
    path="$path:$jars/$jar.jar"
done

status=0
for file in "$@"; do
    java -cp "$path" org.apache.pdfbox.preflight.Validator_A1b "$file" || status=1
done
exit $status
