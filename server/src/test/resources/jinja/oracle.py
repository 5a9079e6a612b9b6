"""Renders templates with Jinja2: a JSON list of {template, data} on stdin, a list of {output} or {error} on stdout."""
import copy
import json
import sys

import jinja2


class Missing(jinja2.StrictUndefined):
    """Strict on use, but may be looked into."""

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return self

    def __getitem__(self, key):
        return self


environment = jinja2.Environment(undefined=Missing)


def render(case):
    try:
        return {"output": environment.from_string(case["template"]).render(**copy.deepcopy(case["data"]))}
    except Exception as error:
        return {"error": "%s: %s" % (type(error).__name__, error)}


json.dump([render(case) for case in json.load(sys.stdin)], sys.stdout)
