#!/usr/bin/env python3
"""Hold scores above their floors: floors.py FLOORS.tsv DIR

DIR holds SET.scores, one JSON object of figures each. Prints every figure with
its floor; exits 1 if one is below.
"""
import json
import pathlib
import sys


def value(scores, figure):
    """A figure by name; where precision and recall go with it, its F1."""
    found = scores[figure]
    return found["f1"] if isinstance(found, dict) else found


def main():
    floors, directory = sys.argv[1], pathlib.Path(sys.argv[2])
    rows = [
        line.split("\t")
        for line in pathlib.Path(floors).read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    wanted = {(name, figure): float(floor) for name, figure, floor in rows}
    below = 0
    print(f"{'set':<8}{'figure':<20}{'score':>8}{'floor':>8}")
    for path in sorted(directory.glob("*.scores")):
        scores = json.loads(path.read_text("utf-8"))
        for figure in scores:
            if figure == "articles":
                continue
            score, floor = value(scores, figure), wanted.pop((path.stem, figure), None)
            low = floor is not None and score < floor
            below += low
            shown = "" if floor is None else f"{floor:.4f}"
            print(f"{path.stem:<8}{figure:<20}{score:>8.4f}{shown:>8}{'  BELOW' if low else ''}")
    for name, figure in wanted:
        print(f"{name:<8}{figure:<20} has a floor and no score")
    sys.exit(1 if below or wanted else 0)


if __name__ == "__main__":
    main()
