#!/usr/bin/env python3
"""Measures how fast articles are read: megabytes of text per second of CPU time, on one thread.

usage: speed.py FOLDER [--dateline BINARY] [--runs N] [-- OPTION …]

FOLDER holds text files or JSON Lines ({text}), in folders or not; .gz is read too. What follows `--` goes to `dateline extract`;
without it both `--format dates` (dates alone) and `--format jsonl` (everything) are measured. The time in which the program
starts (it reads its tables and rules) is taken off. The best of the runs counts: others share the machine.
"""
import argparse
import gzip
import json
import pathlib
import resource
import subprocess
import sys
import tempfile


def texts(folder):
    """All articles of a folder."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        ending = path.name.removesuffix(".gz").rsplit(".", 1)[-1]
        if ending not in ("txt", "text", "md", "jsonl", "ndjson"):
            continue
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = raw.decode("utf-8", errors="replace")
        if ending in ("jsonl", "ndjson"):
            records = (json.loads(line) for line in text.splitlines() if line.strip())
            yield from (record["text"] for record in records if isinstance(record.get("text"), str))
        else:
            yield text


def cpu_seconds(command):
    """The CPU time of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.decode(errors='replace')}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def best(command, runs):
    return min(cpu_seconds(command) for _ in range(runs))


def main():
    argv, extra = sys.argv[1:], []
    if "--" in argv:
        at = argv.index("--")
        argv, extra = argv[:at], argv[at + 1 :]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--dateline", default="target/release/dateline")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as place:
        articles, nothing = pathlib.Path(place, "articles.jsonl"), pathlib.Path(place, "nothing.jsonl")
        size = 0
        with articles.open("w", encoding="utf-8") as out:
            for number, text in enumerate(texts(options.folder)):
                size += len(text.encode("utf-8", errors="replace"))
                out.write(json.dumps({"id": str(number), "text": text}) + "\n")
        nothing.write_text("", encoding="utf-8")
        if not size:
            sys.exit(f"{options.folder}: no articles")
        for more in [extra] if extra else [["--format", "dates"], ["--format", "jsonl"]]:
            command = [options.dateline, "extract", "--threads", "1", *more]
            start = best([*command, str(nothing)], options.runs)
            took = best([*command, str(articles)], options.runs) - start
            print(f"{' '.join(more):24} {size / 1e6:7.1f} MB  {took:6.2f} CPU seconds  {size / 1e6 / took:6.2f} MB/s")


if __name__ == "__main__":
    main()
