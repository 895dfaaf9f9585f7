#!/usr/bin/env python3
"""How many treaty titles are read rightly: their type, and which two states (or bodies) they are between.

usage: titles.py GOLD.jsonl [--dateline BINARY] [--show N]

GOLD has {id, title, type, parties} a line, with the parties' names in capitals. The binary reads each title as an
article of its own; the first document of a record is its answer. Names become codes by way of lexicon/countries.tsv.
Prints both shares, and how many titles give no name of a party of the gold at all (so that nobody could read it);
exits with 1 where a share is below --types or --parties, in percent.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

LEXICON = pathlib.Path(__file__).resolve().parent.parent / "lexicon"

# The collection's types, where they are not the wire format's in other letters.
TYPES = {
    "articles": "agreement",
    "exchange of letters": "exchange_of_notes",
    "letters": "exchange_of_notes",
    "minute": "minutes",
    "notes": "exchange_of_notes",
    "proces-verbal": "minutes",
}


# The wire format's finer types, as the collection has them.
COARSE = {"loan_agreement": "agreement", "grant_agreement": "agreement", "framework_agreement": "agreement"}


def rows(table):
    lines = [l for l in (LEXICON / f"{table}.tsv").read_text().splitlines() if not l.startswith("# ")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:]]


def folded(name):
    """Without case, articles, brackets, and 'KOREA REPUBLIC OF' in the order in which it is spoken."""
    name = re.sub(r"\(.*?\)", "", name.lower()).replace(",", " ").strip()
    name = re.sub(r"\bthe\b", "", name)
    turned = re.match(r"(.*?)\s+((?:federal |democratic )?republic)(?: of)?$", name)
    name = f"{turned[2]} of {turned[1]}" if turned else name
    return " ".join(name.split())


def codes():
    """Every known name, folded, with its code."""
    names = {}
    for row in rows("organisations"):
        for surface in [row["name"], *row["acronyms"].split("|"), *row["forms"].split("|")]:
            names.setdefault(folded(surface), row["name"])
    for row in rows("countries"):
        for surface in [row["name"], *row["forms"].split("|")]:
            names[folded(surface)] = row["code"]
        for surface in row["capital"].split("|"):
            names.setdefault(folded(surface), row["code"])
    for row in rows("places"):
        names.setdefault(folded(row["name"]), row["country"])
    return names


def extract(binary, golds):
    """What the binary reads in the titles, by their ids."""
    with tempfile.TemporaryDirectory() as place:
        path = pathlib.Path(place, "titles.jsonl")
        articles = ({"id": str(gold["id"]), "text": gold["title"]} for gold in golds)
        path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        command = [binary, "extract", "--format", "jsonl", str(path)]
        done = subprocess.run(command, text=True, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    return {str(record["id"]): record for record in map(json.loads, done.stdout.splitlines())}


def party(record, names):
    """The code of one party of a record."""
    return record.get("country") or names.get(folded(record.get("name") or record["text"]), record["text"])


def judge(gold, record, names):
    """Whether type and parties of one title are right, and what was found."""
    documents = record.get("documents") or [{}]
    want = gold["type"].lower()
    found = documents[0].get("type")
    kind = COARSE.get(found, found) == TYPES.get(want, want.replace(" ", "_"))
    parties = {party(p, names) for p in documents[0].get("parties", [])}
    return kind, {names.get(folded(p), p) for p in gold["parties"]} <= parties, documents[0]


def shown(gold, kind, parties, document, names):
    found = [f"{party(p, names)} '{p['text']}'" for p in document.get("parties", [])]
    got = f"{document.get('type')} | {document.get('subject')} | {'; '.join(found)}"
    return f"type {kind} parties {parties}: {gold['type']} {gold['parties']}\n  {gold['title']}\n  {got}"


def unsaid(gold, names, surfaces):
    """The parties of the gold of which a title holds no name, form or demonym."""
    title = f" {re.sub(r'[^a-z]+', ' ', gold['title'].lower())} "
    codes = (names.get(folded(p), p) for p in gold["parties"])
    return [code for code in codes if code in surfaces and not any(s in title for s in surfaces[code])]


def all_surfaces():
    """What states and organisations are called, as lower-case words between spaces, by the code or name of each."""
    columns = {"countries": ("name", "forms", "demonyms", "capital"), "organisations": ("name", "forms", "acronyms")}
    surfaces = {}
    for table, named in columns.items():
        for row in rows(table):
            written = "|".join(row[column] for column in named).split("|")
            words = [f" {re.sub(r'[^a-z]+', ' ', s.lower()).strip()} " for s in written if len(s) > 1]
            surfaces[row.get("code") or row["name"]] = words
    return surfaces


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--dateline", default="target/release/dateline")
    parser.add_argument("--show", type=int, default=0, help="print so many wrong answers")
    parser.add_argument("--types", type=float, default=0)
    parser.add_argument("--parties", type=float, default=0)
    options = parser.parse_args()
    names, surfaces = codes(), all_surfaces()
    golds = [g for g in map(json.loads, open(options.gold, encoding="utf-8")) if g["type"] != "?"]
    records = extract(options.dateline, golds)
    right, silent = [0, 0], 0
    for gold in golds:
        kind, parties, found = judge(gold, records.get(str(gold["id"]), {}), names)
        right[0] += kind
        right[1] += parties
        lacking = [] if parties else unsaid(gold, names, surfaces)
        silent += bool(lacking)
        if not (kind and parties) and options.show > 0:
            options.show -= 1
            print(shown(gold, kind, parties, found, names), f" UNSAID {lacking}" if lacking else "")
    shares = [100 * n / max(len(golds), 1) for n in (*right, silent)]
    print(f"{len(golds)} titles: type {shares[0]:.1f} %, parties {shares[1]:.1f} %")
    print(f"{shares[2]:.1f} % lack the name of a party, so that parties can be right in {100 - shares[2]:.1f} % at most")
    sys.exit(shares[0] < options.types or shares[1] < options.parties or not golds)


if __name__ == "__main__":
    main()
