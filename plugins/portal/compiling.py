"""Templates compiled for one kind of work: pages as Jinja makes them, in less than half its time.

Jinja is ready for callables that want the context, for macros that do not know whether they are
escaped, for keys that look like attributes, and for pages that are sent piece by piece. No template
of a site that is written to files needs that, and each costs something in every expression.
Whatever :class:`Compiler` cannot do fails; who renders falls back on Jinja's own code, which does
it or says what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

# ``Markup(text)`` for what is known to be a text that has nothing to escape.
mark: Callable[[str], Markup] = partial(str.__new__, Markup)
# Whether something is there is asked of the environment, as Jinja does.
_ASKING = frozenset({"defined", "undefined"})


class Compiler(CodeGenerator):
    """Writes attributes, calls and output as Python has them."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write the code of a template, whose functions find these names when they are called."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import QuickMacro as Macro, escaped as escape")
        # What escapes a text in the end, in C where it can.
        self.writeline("from markupsafe import _escape_inner as escape_text")
        self.writeline("imported = {}")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Write the body of a root or a block, which gives all of its output at once."""
        if frame.buffer is not None:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")
        frame.buffer = None

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write an attribute as one; Jinja would look for a key of that name too."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Write what has a key as that."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        """Write a test; whether there is an attribute at all is asked as Jinja does."""
        if node.name in _ASKING and isinstance(node.node, nodes.Getattr):
            write = CodeGenerator.visit_Getattr
            with self._filter_test_common(node, frame, False):
                write(self, node.node, frame)
        else:
            super().visit_Test(node, frame)

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write a call of what wants nothing but its arguments."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Write an import; a module that sees no context is the same for all pages."""
        if node.with_context or not isinstance(node.template, nodes.Const):
            super()._import_common(node, frame)
            return
        name = repr(node.template.value)
        found = f"environment.get_template({name}, {self.name!r}).module"
        self.write(f"(imported.get({name}) or imported.setdefault({name}, {found}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Begin the output of a value: nearly all are plain texts."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(escape_text(value) if type(value := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """End it."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(") is str else value if type(value) is Markup else escape(value))")


def written(template: Template, values: Mapping[str, Any]) -> str:
    """Return the page of a template; what goes wrong is raised as it is."""
    context = template.new_context({**template.globals, **values}, shared=True)
    return "".join(template.root_render_func(context))


class QuickMacro(Macro):
    """A macro of a template that escapes, called by position or by name."""

    def __init__(self, *known: Any) -> None:
        """Make a macro as Jinja does; what is not given is missing."""
        super().__init__(*known)
        count = len(self.arguments)
        self._left_out = tuple((missing,) * (count - given) for given in range(count + 1))
        if self.caller or not self._default_autoescape:
            self._left_out = ()

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """Return what it writes."""
        try:
            rest = self._left_out[len(args)]
        except IndexError:
            raise TypeError(f"{self.name}: only Jinja can call it so") from None
        if kwargs:
            rest = tuple(kwargs.pop(name, missing) for name in self.arguments[len(args) :])
            if kwargs:
                raise TypeError(f"{self.name}: only Jinja can call it so")
        return mark(self._func(*args, *rest))


def escaped(value: Any) -> str:
    """Return what is no plain text as text for a page: all that is no markup is escaped."""
    return str(value) if type(value) is int else escape(value)
