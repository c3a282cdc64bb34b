#!/bin/sh
# Keeps one file of PostgreSQL's log: archive.sh FROM TO. A file that carries its name is complete, none is overwritten by
# another, and asking again for what is there already is no failure.
set -eu
cmp -s "$1" "$2" && exit 0
test ! -e "$2"
cp "$1" "$2.unfinished"
sync "$2.unfinished"
mv "$2.unfinished" "$2"
