"""Renders templates with Jinja2: a JSON list of {template, data} on stdin, a list of {output} or {error} on stdout.

With the argument `names` it tells which filters and tests Jinja2 has. A case with `variant` instead of `data` is given
data made from the names that its template reads, and the answer tells which."""
import copy
import json
import re
import sys

import jinja2
import jinja2.filters
import jinja2.nodes
import jinja2.tests


class Missing(jinja2.StrictUndefined):
    """Strict on use, but may be looked into."""

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return self

    def __getitem__(self, key):
        return self


def policies(outputs):
    """Stands in for Proton's filter where nothing stands before it on its line and the template brings the dash."""
    found = [value for value in outputs.values() if re.match(r"arn:[a-zA-Z-]+:iam::\d{12}:policy/", value)]
    return found


def at_column(entries):
    """Marks lines that are to begin where the expression stands; `render` puts the indentation in."""
    return "\0".join(entries)


def task_variables(outputs, raw=True):
    return at_column("- Name: %s\0  Value: %s" % pair for pair in outputs.items())


def function_variables(outputs, raw=True):
    return at_column("%s: %s" % pair for pair in outputs.items())


environment = jinja2.Environment(undefined=Missing)
environment.filters["proton_cfn_ecs_task_definition_formatted_env_vars"] = task_variables
environment.filters["proton_cfn_lambda_function_formatted_env_vars"] = function_variables
environment.filters["proton_cfn_iam_policy_arns"] = lambda outputs: at_column("- " + arn for arn in policies(outputs))
environment.filters["proton_cfn_sanitize"] = lambda value: value


def indented(output):
    """Each mark becomes a line that begins at the column of the first."""
    lines = []
    for line in output.split("\n"):
        space = line[: len(line) - len(line.lstrip(" "))]
        lines.append(line.replace("\0", "\n" + space))
    return "\n".join(lines)


class Shape:
    """What a template expects of one value: members, elements, parts of a text, or one of some values."""

    def __init__(self, name):
        self.name, self.members, self.element, self.parts = name, {}, None, None
        self.choices, self.fixed, self.optional, self.is_map = [], False, False, False

    def member(self, name):
        return self.members.setdefault(name, Shape(name))

    def elements(self):
        self.element = self.element or Shape(self.name)
        return self.element

    def split(self, separator):
        self.parts = self.parts or (separator, Shape(self.name))
        return self.parts[1]

    def value(self, variant, place=""):
        if self.members:
            kept = {n: s for n, s in self.members.items() if not (s.optional and variant % 2)}
            return {name: shape.value(variant, place) for name, shape in kept.items()}
        if self.element:
            return [self.element.value(variant, "%s%d" % (place, index)) for index in (1, 2)]
        if self.parts:
            return self.parts[0].join(self.parts[1].value(variant))
        if self.is_map:
            return {"Table": "orders" + place, "Policy": "arn:aws:iam::123456789012:policy/read"}
        if variant < len(self.choices) or self.fixed:
            return self.choices[variant % len(self.choices)]
        return self.name + place


class Reader:
    """Goes through a template and notes what it reads."""

    def __init__(self):
        self.root, self.known = Shape("root"), [{}]

    def path(self, node):
        kind = type(node).__name__
        if kind == "Name":
            for scope in reversed(self.known):
                if node.name in scope:
                    return scope[node.name]
            return self.root.member(node.name) if node.name not in environment.globals else Shape(node.name)
        if kind == "Getattr":
            return self.path(node.node).member(node.attr)
        if kind == "Getitem" and isinstance(node.arg, jinja2.nodes.Const):
            whole = self.path(node.node)
            return whole.member(node.arg.value) if isinstance(node.arg.value, str) else whole.elements()
        if kind == "Getitem" and isinstance(node.node, jinja2.nodes.Dict):
            key = self.path(node.arg)
            key.choices, key.fixed = [pair.key.value for pair in node.node.items], True
            return Shape("item")
        if kind == "Call" and isinstance(node.node, jinja2.nodes.Getattr) and node.node.attr == "split":
            return self.path(node.node.node).split(node.args[0].value)
        self.children(node)
        return Shape("value")

    def children(self, node):
        for child in node.iter_child_nodes():
            self.read(child)

    def bind(self, target, shape):
        if isinstance(target, jinja2.nodes.Name):
            self.known[-1][target.name] = shape
            return
        for item in target.items:
            self.bind(item, shape.elements())

    def read(self, node):
        reader = getattr(self, "read_" + type(node).__name__.lower(), None)
        if reader:
            reader(node)
        elif isinstance(node, (jinja2.nodes.Name, jinja2.nodes.Getattr, jinja2.nodes.Getitem, jinja2.nodes.Call)):
            self.path(node)
        else:
            self.children(node)

    def read_assign(self, node):
        self.bind(node.target, self.path(node.node))

    def read_for(self, node):
        self.known.append({"loop": Shape("loop")})
        self.bind(node.target, self.path(node.iter).elements())
        for child in node.body + node.else_ + ([node.test] if node.test else []):
            self.read(child)
        self.known.pop()

    def read_compare(self, node):
        sides = [node.expr] + [operand.expr for operand in node.ops]
        constants = [side.value for side in sides if isinstance(side, jinja2.nodes.Const)]
        for side in sides:
            if isinstance(side, (jinja2.nodes.Getattr, jinja2.nodes.Name)):
                self.path(side).choices += constants
            else:
                self.read(side)

    def read_test(self, node):
        if node.name in ("defined", "undefined"):
            self.path(node.node).optional = True
        else:
            self.children(node)

    def read_filter(self, node):
        shape = self.path(node.node) if node.node else Shape("body")
        if node.name in ("length", "count", "items", "dictsort") or node.name.startswith("proton_cfn_"):
            shape.is_map = node.name != "proton_cfn_sanitize"
        for argument in node.args:
            self.read(argument)


def made_data(template, variant):
    reader = Reader()
    reader.read(environment.parse(template))
    values = reader.root.value(variant)
    return values if isinstance(values, dict) else {}


def render(case):
    try:
        data = case["data"] if "data" in case else made_data(case["template"], case["variant"])
        output = environment.from_string(case["template"]).render(**copy.deepcopy(data))
        answer = {"output": indented(output)}
        return answer if "data" in case else answer | {"data": data}
    except Exception as error:
        return {"error": "%s: %s" % (type(error).__name__, error)}


if __name__ == "__main__":
    if sys.argv[1:] == ["names"]:
        names = {"filters": sorted(jinja2.filters.FILTERS), "tests": sorted(jinja2.tests.TESTS)}
        json.dump(names | {"globals": sorted(jinja2.Environment().globals)}, sys.stdout)
    else:
        json.dump([render(case) for case in json.load(sys.stdin)], sys.stdout)
