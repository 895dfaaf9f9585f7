#!/usr/bin/env python3
"""How many treaty titles are read rightly: their type, and which two states (or bodies) they are between.

    titles.py GOLD.jsonl RECORDS.jsonl [--show N]

GOLD has {id, title, type, parties} a line, with the parties' names in capitals. RECORDS are what `extract`
writes for the titles as articles, one a line: {id, documents: [{type, parties: [{text, name, country}]}]}.
The first document of a record is its answer. Names become codes by way of lexicon/countries.tsv.
Prints both shares; exits with 1 where one is below --types or --parties, in percent.
"""

import argparse
import json
import pathlib
import re
import sys

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
    return names


def party(record, names):
    """The code of one party of a record."""
    return record.get("country") or names.get(folded(record.get("name") or record["text"]), record["text"])


def judge(gold, record, names):
    """Whether type and parties of one title are right."""
    documents = record.get("documents") or [{}]
    want = gold["type"].lower()
    found = documents[0].get("type")
    kind = COARSE.get(found, found) == TYPES.get(want, want.replace(" ", "_"))
    found = {party(p, names) for p in documents[0].get("parties", [])}
    return kind, {names.get(folded(p), p) for p in gold["parties"]} <= found, found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("records")
    parser.add_argument("--show", type=int, default=0, help="print so many wrong answers")
    parser.add_argument("--types", type=float, default=0)
    parser.add_argument("--parties", type=float, default=0)
    options = parser.parse_args()
    names = codes()
    records = {str(r["id"]): r for r in map(json.loads, open(options.records))}
    golds = [g for g in map(json.loads, open(options.gold)) if g["type"] != "?"]
    right = [0, 0]
    for gold in golds:
        kind, parties, found = judge(gold, records.get(str(gold["id"]), {}), names)
        right[0] += kind
        right[1] += parties
        if not (kind and parties) and options.show > 0:
            options.show -= 1
            print(f"type {kind} parties {parties}: {gold['type']} {gold['parties']} {sorted(found)}\n  {gold['title']}")
    shares = [100 * n / max(len(golds), 1) for n in right]
    print(f"{len(golds)} titles: type {shares[0]:.1f} %, parties {shares[1]:.1f} %")
    sys.exit(shares[0] < options.types or shares[1] < options.parties or not golds)


if __name__ == "__main__":
    main()
