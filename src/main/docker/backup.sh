#!/bin/sh
# Copies the PostgreSQL cluster while people work, keeps the newest fourteen copies, and takes away the log from before the
# oldest of them. Runs as the system user postgres, each night; BACKUPS is the folder with "base" and "log" in it.
set -eu
cd "${BACKUPS:-/backups}"
rm -rf base/*.unfinished
copy=base/$(date +%Y-%m-%dT%H%M)
pg_basebackup --username postgres --pgdata "$copy.unfinished" --checkpoint fast --wal-method none
mv "$copy.unfinished" "$copy"
ls -d base/*T???? | sort -r | tail -n +15 | xargs -r rm -r
oldest=$(ls -d base/*T???? | sort | head -n 1)
pg_archivecleanup log "$(sed -n 's/^START WAL LOCATION.*file \([0-9A-F]*\)).*/\1/p' "$oldest/backup_label")"
echo "The copy is in $copy."
