"""Checks FollowTheMoney entities with the real library.

usage: python3 tests/ftm_check.py FILE.ftm.json...

The files come from `cargo test --test export_records`, which writes them to
target/tmp/export. Every entity must be of a known schema, keep the library's
own validation, and lose no value when the library cleans it. Ends with 0 and
a note when the library is not installed (`pip install followthemoney`).
"""

import json
import sys


def faults(model, data):
    """What the library finds wrong with one entity."""
    from followthemoney.exc import InvalidData

    schema = model.get(data["schema"])
    if schema is None:
        return [f"unknown schema {data['schema']}"]
    found = []
    try:
        schema.validate(data)
    except InvalidData as error:
        found.append(f"{error} {error.errors}")
    entity = model.get_proxy({"id": data["id"], "schema": data["schema"], "properties": {}})
    for name, values in data["properties"].items():
        if name not in schema.properties:
            found.append(f"no property {name}")
            continue
        for value in values:
            before = len(entity.get(name))
            entity.add(name, value, cleaned=False)
            if len(entity.get(name)) == before:
                found.append(f"{name}: {value!r} is dropped")
    return found


def main(paths):
    try:
        from followthemoney import model
    except ImportError:
        print("skipped: followthemoney is not installed")
        return 0
    count = bad = 0
    for path in paths:
        for line in open(path, encoding="utf-8"):
            data = json.loads(line)
            count += 1
            for fault in faults(model, data):
                bad += 1
                print(f"{path}: {data['schema']} {data['id']}: {fault}")
    print(f"{count} entities, {bad} faults")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
