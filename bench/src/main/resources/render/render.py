"""Times Jinja2: a list of {name, template, data} on stdin, a list of {name, data, output, first, cached} on stdout.

`data` is made from the names a template reads when there is none. Times are medians in microseconds."""
import json
import statistics
import sys
import time

sys.path.insert(0, sys.argv[1])
import oracle  # noqa: E402

SECONDS = 0.5
RUNS_MIN = 30


def median(work):
    times = []
    end = time.perf_counter() + SECONDS
    while len(times) < RUNS_MIN or time.perf_counter() < end:
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1e6


def measured(case):
    text = case["template"]
    data = case["data"] if case["data"] is not None else oracle.made_data(text, 0)
    template = oracle.environment.from_string(text)
    return {
        "name": case["name"],
        "data": data,
        "output": oracle.indented(template.render(**data)),
        "first": median(lambda: oracle.environment.from_string(text).render(**data)),
        "cached": median(lambda: template.render(**data)),
    }


answers = []
for one in json.load(sys.stdin):
    try:
        answers.append(measured(one))
    except Exception as error:
        answers.append({"name": one["name"], "error": str(error)})
json.dump(answers, sys.stdout)
