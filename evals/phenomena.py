#!/usr/bin/env python3
"""Scores documents and memberships on tables of constructions.

    evals/phenomena.py DATA_FOLDER DATELINE_BINARY [--show]

DATA_FOLDER holds documents/phenomena.jsonl and memberships/phenomena.jsonl: texts with the records expected of them.
A text counts as right when every expected record is found with every field as expected and nothing else is found.
--show prints what differs. Older names of the tables are mapped to the wire format's.
"""
import json, subprocess, sys

KINDS = {"ministry_agency": "agency", "ceasefire_agreement": "ceasefire", "annex": "document"}
FIELDS = ["type", "status", "date", "place", "subject", "parties", "count", "signatories"]


# What the text says and the table leaves out.
EVENTS = {"M14": "founded", "M15": "granted", "M23": "suspended"}


class Any:
    """Stands for a field that a table does not ask for."""

    def __eq__(self, other):
        return True

    def __repr__(self):
        return "anything"


ANY = Any()


def run(binary, cases):
    """Records by id; a context stands before its text as it would in an article."""
    lines = []
    for case in cases:
        text = (case["context"] + " " if case["context"] else "") + case["text"]
        lines.append(json.dumps({"id": case["id"], "text": text, "published": case["published"]}))
    out = subprocess.run([binary, "extract", "-", "--format", "jsonl"], input="\n".join(lines), capture_output=True, text=True, check=True)
    records = {record["id"]: record for record in map(json.loads, out.stdout.splitlines())}
    for case in cases:
        start = len(case["context"]) + 1 if case["context"] else 0
        for kind in ("documents", "memberships"):
            # What the context says by itself is not asked for.
            records[case["id"]][kind] = [fact for fact in records[case["id"]][kind] if fact["span"][1] > start]
    return records


def folded(text):
    text = (text or "").lower()
    for article in ("the ", "a ", "an "):
        text = text.removeprefix(article)
    return text.strip(' "“”')


def wanted_document(gold):
    return {
        "type": KINDS.get(gold["type"], gold["type"]),
        "status": gold["status"],
        "date": (gold.get("date") or "").removeprefix("../") or None,
        "place": gold.get("place"),
        "subject": folded(gold.get("subject")),
        "parties": sorted(folded(p) for p in gold.get("parties", [])),
        "count": gold.get("count") if isinstance(gold.get("count"), int) else None,
        "signatories": sorted(s[0] for s in gold.get("signatories", [])),
    }


def found_document(fact):
    return {
        "type": fact["type"],
        "status": fact["status"],
        "date": fact["date"] and fact["date"]["value"],
        "place": fact["place"] and fact["place"]["name"],
        "subject": folded(fact["subject"] and fact["subject"]["text"]),
        "parties": sorted(folded(p["name"]) for p in fact["parties"]),
        "count": fact["count"],
        "signatories": sorted(s["text"] for s in fact["signatories"]),
    }


def wanted_membership(gold):
    return {
        "member": folded(gold["member"]),
        "status": gold["status"],
        "event": gold.get("event", ANY),
        "since": (gold.get("since") or "").removeprefix("../") or None,
        "until": gold.get("until"),
        "ordinal": gold.get("ordinal"),
        "polarity": gold.get("polarity", "affirmed"),
        "organisation": folded(gold["organisation"]),
    }


def found_membership(fact, gold_names):
    names = [folded(fact["organisation"]["name"]), folded(fact["organisation"]["acronym"]), folded(fact["organisation"]["text"])]
    return {
        "member": folded(fact["member"]["name"]),
        "status": fact["status"],
        "event": fact["event"],
        "since": fact["since"] and fact["since"]["value"],
        "until": fact["until"] and fact["until"]["value"],
        "ordinal": fact["ordinal"],
        "polarity": fact["polarity"],
        "organisation": next((name for name in names if name in gold_names), names[0]),
    }


def bind(wanted, found, key):
    """Pairs of expected and found records: those that agree in most fields first."""
    scored = sorted(((-sum(w[f] == s[f] for f in w), i, j) for i, w in enumerate(wanted) for j, s in enumerate(found) if key(w, s)))
    pairs, used_w, used_f = [], set(), set()
    for _, i, j in scored:
        if i not in used_w and j not in used_f:
            used_w.add(i), used_f.add(j), pairs.append((i, j))
    return pairs, [i for i in range(len(wanted)) if i not in used_w], [j for j in range(len(found)) if j not in used_f]


def score(name, cases, records, want, find, key, show):
    right = 0
    hits, total = {}, {}
    for case in cases:
        wanted = [want(gold) for gold in case["expected"]]
        found = find(records[case["id"]], wanted)
        pairs, missed, extra = bind(wanted, found, key)
        wrong = []
        for i, j in pairs:
            for field in wanted[i]:
                total[field] = total.get(field, 0) + 1
                if wanted[i][field] == found[j][field]:
                    hits[field] = hits.get(field, 0) + 1
                else:
                    wrong.append(f"{field}: wanted {wanted[i][field]!r}, found {found[j][field]!r}")
        wrong += [f"missed {wanted[i]}" for i in missed] + [f"extra {found[j]}" for j in extra]
        right += not wrong
        if show and wrong:
            print(f"[{case['id']}] {case['context'] or ''} || {case['text']}")
            for line in wrong:
                print("     ", line)
    fields = ", ".join(f"{field} {hits.get(field, 0)}/{n}" for field, n in total.items())
    print(f"{name}: {right} of {len(cases)} texts right; {fields}")


def main():
    folder, binary, show = sys.argv[1], sys.argv[2], "--show" in sys.argv
    load = lambda path: [json.loads(line) for line in open(f"{folder}/{path}", encoding="utf-8") if line.strip()]
    cases = load("documents/phenomena.jsonl")
    documents = lambda record, _: [found_document(fact) for fact in record["documents"]]
    score("documents", cases, run(binary, cases), wanted_document, documents, lambda w, s: True, show)
    cases = load("memberships/phenomena.jsonl")
    for case in cases:
        for gold in case["expected"] if case["id"] in EVENTS else []:
            gold.setdefault("event", EVENTS[case["id"]])
    members = lambda record, wanted: [found_membership(fact, [w["organisation"] for w in wanted]) for fact in record["memberships"]]
    same = lambda w, s: w["member"] == s["member"] and w["organisation"] == s["organisation"]
    score("memberships", cases, run(binary, cases), wanted_membership, members, same, show)


if __name__ == "__main__":
    main()
