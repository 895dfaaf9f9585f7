#!/usr/bin/env python3
"""Measures dates against TIMEX3 gold: strict, relaxed and value F1 as TempEval-3 defines them.

usage: temporal.py FOLDER [--dateline BINARY] [--held-out SEED]

FOLDER holds one folder a set, each with docs.jsonl ({id, dct, text}) and gold.jsonl ({id, timexes}), and
score_timex.py. The binary reads each set's articles with `dct` as the day of publication. With --held-out, a
quarter of the documents, chosen by the seed, is scored apart from the rest.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def extract(binary, documents):
    """The binary's dates of some documents, a line each."""
    with tempfile.TemporaryDirectory() as place:
        path = pathlib.Path(place, "articles.jsonl")
        articles = ({"id": d["id"], "text": d["text"], "published": d["dct"][:10]} for d in documents)
        path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        command = [binary, "extract", "--format", "dates", str(path)]
        done = subprocess.run(command, text=True, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    return done.stdout


def score(folder, gold, system):
    """The scorer's figures for some documents."""
    with tempfile.TemporaryDirectory() as place:
        paths = [pathlib.Path(place, name) for name in ("gold.jsonl", "system.jsonl")]
        for path, records in zip(paths, (gold, system)):
            path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        command = [sys.executable, str(folder / "score_timex.py"), *map(str, paths), "--json"]
        return json.loads(subprocess.run(command, text=True, capture_output=True, check=True).stdout)


def held_out(ids, seed):
    ids = sorted(ids)
    random.Random(seed).shuffle(ids)
    return set(ids[: len(ids) // 4])


def report(name, figures):
    strict, relaxed, value = (figures[key][2] for key in ("strict", "relaxed", "value"))
    print(f"{name:24} strict {strict:5.1f}  relaxed {relaxed:5.1f}  value {value:5.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--dateline", default="target/release/dateline")
    parser.add_argument("--held-out", type=int, metavar="SEED")
    options = parser.parse_args()
    for gold_path in sorted(options.folder.glob("**/gold.jsonl")):
        gold = lines(gold_path)
        documents = lines(gold_path.with_name("docs.jsonl"))
        system = [json.loads(line) for line in extract(options.dateline, documents).splitlines()]
        name = gold_path.parent.name
        report(name, score(options.folder, gold, system))
        if options.held_out is not None:
            apart = held_out((d["id"] for d in documents), options.held_out)
            for part, wanted in (("read", False), ("held out", True)):
                chosen = ([r for r in records if (r["id"] in apart) == wanted] for records in (gold, system))
                report(f"{name}, {part}", score(options.folder, *chosen))


if __name__ == "__main__":
    main()
