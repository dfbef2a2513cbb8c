#!/bin/sh
# Puts free fonts for the roles 仿宋, 楷体, 黑体, 宋体 and 小标宋 into .fonts/ where the machine has none that play them.
# Takes them out of Debian packages without installing these, so no rights are needed; a second run finds everything
# there and is done at once. Where there is no apt-get it says what to install by hand.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
target="$root/.fonts"
folders="$target $HOME/.fonts $HOME/.local/share/fonts /usr/local/share/fonts /usr/share/fonts
/usr/share/texlive/texmf-dist/fonts/opentype /Library/Fonts $HOME/Library/Fonts /mnt/c/Windows/Fonts"

# has NAME...: one of the files is in a font folder.
has() {
    for name in "$@"; do
        for folder in $folders; do
            if [ -d "$folder" ] && [ -n "$(find -L "$folder" -maxdepth 6 -iname "$name" 2>/dev/null | head -n 1)" ]; then
                return 0
            fi
        done
    done
    return 1
}

updated=
# download PACKAGE: into the current folder; refreshes the package lists once where that is needed and allowed.
download() {
    if apt-get -qq -o APT::Sandbox::User=root download "$1" >/dev/null 2>&1; then
        return 0
    fi
    if [ -z "$updated" ] && [ "$(id -u)" = 0 ]; then
        updated=yes
        apt-get -qq update >/dev/null 2>&1 || true
        apt-get -qq -o APT::Sandbox::User=root download "$1" >/dev/null 2>&1 && return 0
    fi
    return 1
}

missing=
# take ROLE PACKAGE PATTERN...: copies the files of a package that match into .fonts/.
take() {
    role=$1
    package=$2
    shift 2
    if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-deb >/dev/null 2>&1; then
        missing="$missing
  $role: $package ($*)"
        return 0
    fi
    echo "fonts: taking $role from the Debian package $package"
    mkdir -p "$target"
    work=$(mktemp -d "$target/.download.XXXXXX")
    # A package is left whole or not at all: files are moved in place after everything is unpacked.
    if (cd "$work" && download "$package" && mkdir files && dpkg-deb -x ./*.deb files); then
        for pattern in "$@"; do
            find "$work/files" -type f -name "$pattern" -exec mv -f {} "$target/" \;
        done
    else
        missing="$missing
  $role: $package ($*)"
    fi
    rm -rf "$work"
}

has simfang.ttf 'FandolFang-Regular.otf' 'FZFSK*.ttf' 'FZFSJW*.ttf' 仿宋_GB2312.ttf ||
    take 仿宋 texlive-lang-chinese FandolFang-Regular.otf
has simkai.ttf LXGWWenKai-Regular.ttf 楷体_GB2312.ttf ||
    take 楷体 fonts-lxgw-wenkai LXGWWenKai-Regular.ttf LXGWWenKai-Bold.ttf
has simhei.ttf wqy-zenhei.ttc ||
    take 黑体 fonts-wqy-zenhei wqy-zenhei.ttc
has NotoSerifCJK-Bold.ttc NotoSerifSC-Bold.otf NotoSerifSC-Bold.ttf 'FZXBS*.ttf' ||
    take 小标宋、宋体 fonts-noto-cjk NotoSerifCJK-Regular.ttc NotoSerifCJK-Bold.ttc
has times.ttf LiberationSerif-Regular.ttf ||
    take 'Times New Roman' fonts-liberation 'LiberationSerif-*.ttf'

# LibreOffice and others find fonts through fontconfig: show them the same ones.
if [ -d "$target" ] && command -v fc-cache >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then
        shared=/usr/local/share/fonts
    else
        shared="$HOME/.local/share/fonts"
    fi
    if [ ! -e "$shared/piidocs" ] && mkdir -p "$shared" 2>/dev/null && ln -sfn "$target" "$shared/piidocs" 2>/dev/null; then
        fc-cache "$shared" >/dev/null 2>&1 || true
    fi
fi

if [ -n "$missing" ]; then
    echo "fonts: install these by hand, into $target or a system font folder:$missing" >&2
    exit 1
fi
