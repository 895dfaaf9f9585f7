#!/usr/bin/env python3
"""Measures megabytes of text per second and peak memory of `extract`, printed and written in each form.

usage: outputs.py NEWS [--gigabytes G] [--dateline BINARY] [--threads N] [--formats FORM …]

NEWS is JSON Lines ({text}), .gz or not. With --gigabytes they are written over and over, with ids of their own, until there is so much
text; the file and all output go to a temporary folder and away again. `none` of --formats prints records to nowhere: extraction alone.
"""
import argparse
import gzip
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

FORMATS = ["none", "jsonl", "facts", "csv", "parquet", "brat"]


def articles(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")
    with opened as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write(news, target, size):
    """Writes articles until there are so many bytes of text, at least all of them once. Gives how many bytes there are."""
    written = 0
    with open(target, "w", encoding="utf-8") as out:
        for turn in itertools.count():
            for article in news:
                out.write(json.dumps({**article, "id": f"{turn}/{article.get('id')}"}, ensure_ascii=False) + "\n")
                written += len(article["text"].encode())
                if turn and written >= size:
                    return written
            if written >= size:
                return written


def run(command):
    """Seconds and peak megabytes of a run."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{' '.join(command)} failed")
    return time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=pathlib.Path)
    parser.add_argument("--gigabytes", type=float, default=0)
    parser.add_argument("--dateline", default="dateline")
    parser.add_argument("--threads", default="2")
    parser.add_argument("--formats", nargs="+", default=FORMATS)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = f"{folder}/news.jsonl"
        size = write(articles(args.news), source, args.gigabytes * 1e9) / 1e6
        print(f"{size:.0f} MB of text, {args.threads} threads")
        for form in args.formats:
            out = f"{folder}/{form}"
            more = ["--format", "jsonl"] if form == "none" else ["--format", form, "--out", out]
            seconds, cpu, memory = run([args.dateline, "extract", source, "--threads", args.threads, *more])
            held = sum(path.stat().st_size for path in pathlib.Path(out).rglob("*") if path.is_file()) / 1e6
            print(f"{form:8} {size / seconds:6.2f} MB/s  {size / cpu:6.2f} MB per CPU second  {memory:5.0f} MB at most  {held:7.1f} MB written", flush=True)
            subprocess.run(["rm", "-rf", out], check=True)


if __name__ == "__main__":
    main()
