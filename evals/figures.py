#!/usr/bin/env python3
"""Scores figures: figures.py DATA_FOLDER COMMAND... [--errors N] [--set NAME] [--level LEVEL]

DATA_FOLDER holds the gold files ({id, text, quantities} a line) and their scorer, score_figures.py. COMMAND reads
articles as JSON lines ({id, text}) on its standard input and writes a record a line, as `dateline extract` does:

    evals/figures.py DATA -- dateline extract - --format jsonl
"""
import argparse
import importlib.util
import json
import pathlib
import re
import subprocess
import sys

SETS = ["phenomena", "cogcomp_nodate", "rtqs", "quantulum3_tests", "rec_age", "rec_currency", "rec_dimension",
        "rec_number", "rec_numberrange", "rec_percent", "rec_temperature"]
BOUNDS = {"about": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}
NAMED_BY_KIND = {"percent": "percent", "percentage_point": "percentage point", "basis_point": "basis point",
                 "times": "times", "point": "point"}


# Units whose code says more than their words, and currencies that the scorer's table of names lacks.
BY_CODE = {"Cel": "celsius", "km/h": "kilometer per hour", "[degF]": "fahrenheit", "ESP": "peseta", "NLG": "netherlands guilder", "BEF": "belgian franc"}
# What this set's annotators marked and news calls no figure: scores, odds and tallies, 'one of', when something was ('two years
# ago', 'the first nine months'), ordinals, 'one another'.
NO_FIGURE = re.compile(r"\d+ ?- ?\w*-?(\d+|all)\b|\d/\d|\bone (of|another)\b|\b(ago|later|earlier)\b|\d(st|nd|rd|th)\b|first half")
SPEEDS = {"hour", "second", "millisecond", "ms", "h", "s"}
# The chat-bot suite says 'Pound' for the money too; the scorer's table knows the weight alone by that name.
MONEY = {"Pound": "pound sterling", "Pence": "penny"}


def unit_name(figure):
    """The scorer's name of a unit: a currency's code, a count's noun, else the words as written."""
    unit = figure["unit"]
    if unit is None:
        return "-"
    if unit["kind"] in NAMED_BY_KIND:
        name = NAMED_BY_KIND[unit["kind"]]
    elif unit["kind"] == "count":
        name = (figure["counted"] or {}).get("text", "-")
    elif unit["code"] in BY_CODE:
        name = BY_CODE[unit["code"]]
    elif unit["kind"] == "currency":
        name = unit["code"] or unit["text"]
    elif unit["kind"] == "age" and unit["code"] == "a":
        name = "year of age"
    else:
        name = unit["text"]
    per = figure["per"]
    return f"{name} per {per['text']}" if per else name


def number(value):
    return None if value is None else float(value)


def without_rate(name):
    """'USD' for 'USD per share': of rates, the chat-bot suite (rec_*) knows speeds alone."""
    unit, _, rate = name.partition(" per ")
    return name if rate in SPEEDS else unit


def quantity(figure):
    """A figure of the wire format in the scorer's form."""
    start, end = figure["span"]
    value = number(figure["value"])
    if value is None:
        value = [number(figure["low"]), number(figure["high"])]
    bound = BOUNDS.get(figure["bound"], "=")
    return {"start": start, "end": end, "value": value, "unit": unit_name(figure), "bound": bound}


def extract(command, gold):
    """Runs the command over the texts of a gold file."""
    lines = "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in gold)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    records = (json.loads(line) for line in done.stdout.splitlines())
    return {record["id"]: {"quantities": [quantity(f) for f in record["figures"]]} for record in records}


def right_and_silent(gold, system):
    """Cases with every value, unit and bound right, and near misses in which nothing was found."""
    from units_alias import canon
    key = lambda q: (json.dumps(sorted(q["value"]) if isinstance(q["value"], list) else q["value"]), canon(q["unit"]), q["bound"])
    rounded = lambda q: dict(q, value=[round(float(x), 6) for x in q["value"]] if isinstance(q["value"], list) else round(float(q["value"]), 6))
    right = silent = 0
    failed = []
    for row in gold:
        want = [rounded(q) for q in row["quantities"] if "soft" not in q["tags"]]
        soft = [key(rounded(q)) for q in row["quantities"] if "soft" in q["tags"]]
        got = [rounded(q) for q in system[row["id"]]["quantities"]]
        extra = [q for q in got if key(q) not in [key(w) for w in want] and key(q) not in soft]
        missed = [q for q in want if key(q) not in [key(g) for g in got]]
        if not want and not soft:
            silent += not got
        elif not missed and not extra:
            right += 1
        if missed or extra:
            failed.append((row["text"], missed, extra))
    return right, silent, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("command", nargs="+")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--set", action="append", dest="sets")
    parser.add_argument("--level", default="value")
    options = parser.parse_args()
    sys.path.insert(0, str(options.data))
    spec = importlib.util.spec_from_file_location("scorer", options.data / "score_figures.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for name in options.sets or SETS:
        gold = [json.loads(line) for line in (options.data / f"{name}.jsonl").open(encoding="utf-8")]
        system = extract(options.command, gold)
        if name.startswith("rec_"):
            for found in (found for record in system.values() for found in record["quantities"]):
                found["unit"] = without_rate(found["unit"])
        if name == "rec_currency":
            for quantity in (quantity for row in gold for quantity in row["quantities"]):
                quantity["unit"] = MONEY.get(quantity["unit"], quantity["unit"])
        errors = (options.level, []) if options.errors else None
        for found in (found for row in gold for found in row["quantities"] if name == "cogcomp_nodate"):
            if NO_FIGURE.search(found.get("surface") or ""):
                found["tags"] = [*found.get("tags", []), "no_figure"]
        ignore = ("no_value",) if options.level != "span" else ()
        scores = scorer.score({row["id"]: row for row in gold}, system, ignore=ignore, errors=errors)
        print(name, *(f"{level} {scores[level]['F1']}" for level in ("span", "value", "value+unit", "value+bound")))
        if name == "cogcomp_nodate":
            scores = scorer.score({row["id"]: row for row in gold}, system, ignore=("no_value", "no_figure"))
            print("  without what is no figure:", *(f"{level} {scores[level]['F1']}" for level in ("span", "value")))
        if name == "phenomena":
            right, silent, failed = right_and_silent(gold, system)
            print(f"  right {right}, silent {silent}")
            for text, missed, extra in failed[:options.errors]:
                print("  ", text, "\n      missed", missed, "\n      extra", extra)
        else:
            for case, text, missed, extra in (errors[1][:options.errors] if errors else []):
                print("  ", case, text, "\n      missed", [(q["value"], q.get("surface"), q["unit"]) for q in missed], "\n      extra",
                      [(q["value"], q["unit"], text[q["start"]:q["end"]]) for q in extra])


if __name__ == "__main__":
    main()
