"""Wrong versions of `Value.backward`. Where the order is not the mistake, `in_order` stands for it."""

from tests.first_loop.misconceptions.reference import in_order

# --- the beginning and the end -------------------------------------------------------------------


def no_seed(self):
    for node in reversed(in_order(self)):
        node._backward()


def seed_is_the_data(self):
    self.grad = self.data
    for node in reversed(in_order(self)):
        node._backward()


def seed_is_two(self):
    self.grad = 2.0
    for node in reversed(in_order(self)):
        node._backward()


def seed_is_negative(self):
    self.grad = -1.0
    for node in reversed(in_order(self)):
        node._backward()


def seed_too_late(self):
    for node in reversed(in_order(self)):
        node._backward()
    self.grad = 1.0


def own_step_skipped(self):
    self.grad = 1.0
    for node in reversed(in_order(self)[:-1]):
        node._backward()


def lambdas_called_later(self):
    self.grad = 1.0
    calls = []
    for node in reversed(in_order(self)):
        calls.append(lambda: node._backward())  # noqa: B023, PLW0108
    for call in calls:
        call()


def helper_never_called(self):
    order, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for child in node._prev:
                visit(child)
            order.append(node)

    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def last_of_the_list_seeded(self):
    order = in_order(self)
    order[0].grad = 1.0
    for node in reversed(order):
        node._backward()


def named_but_not_called(self):
    self.grad = 1.0
    for node in reversed(in_order(self)):
        node._backward  # noqa: B018


def only_seeded(self):
    self.grad = 1.0


def nothing_done(self):
    pass


def own_step_only(self):
    self.grad = 1.0
    self._backward()


def children_only(self):
    self.grad = 1.0
    self._backward()
    for child in self._prev:
        child._backward()


def grandchildren_too(self):
    self.grad = 1.0
    self._backward()
    for child in self._prev:
        child._backward()
        for grandchild in child._prev:
            grandchild._backward()


def stage_by_stage(self):
    self.grad = 1.0
    self._backward()
    for child in self._prev:
        child._backward()
    for child in self._prev:
        for grandchild in child._prev:
            grandchild._backward()


def children_of_self_again(self):
    order, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for child in self._prev:
                visit(child)
            order.append(node)

    visit(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def self_remembered(self):
    order, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(self)
            for child in node._prev:
                visit(child)
            order.append(node)

    visit(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def first_child_only(self):
    self.grad = 1.0
    node = self
    node._backward()
    while node._prev:
        node = next(iter(node._prev))
        node._backward()


def last_child_only(self):
    self.grad = 1.0
    node = self
    node._backward()
    while node._prev:
        node = list(node._prev)[-1]
        node._backward()


def own_step_twice(self):
    self.grad = 1.0
    self._backward()
    for node in reversed(in_order(self)):
        node._backward()


def self_in_the_list(self):
    order, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for child in node._prev:
                visit(child)
            order.append(self)

    visit(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def self_in_the_loop(self):
    self.grad = 1.0
    for _ in reversed(in_order(self)):
        self._backward()


# --- the wrong order -----------------------------------------------------------------------------


def leaves_first(self):
    self.grad = 1.0
    for node in in_order(self):
        node._backward()


def parents_first_reversed(self):
    order, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            order.append(node)
            for child in node._prev:
                visit(child)

    visit(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def breadth_first_reversed(self):
    order, seen = [self], {self}
    for node in order:
        for child in node._prev:
            if child not in seen:
                seen.add(child)
                order.append(child)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def leaves_first_every_path(self):
    def visit(node):
        for child in node._prev:
            visit(child)
        node._backward()

    self.grad = 1.0
    visit(self)


def depth_first(self):
    seen = set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            node._backward()
            for child in node._prev:
                visit(child)

    self.grad = 1.0
    visit(self)


def depth_first_stack(self):
    self.grad = 1.0
    stack, seen = [self], set()
    while stack:
        node = stack.pop()
        if node not in seen:
            seen.add(node)
            node._backward()
            stack.extend(node._prev)


def depth_first_stack_marked_early(self):
    self.grad = 1.0
    stack, seen = [self], {self}
    while stack:
        node = stack.pop()
        node._backward()
        for child in node._prev:
            if child not in seen:
                seen.add(child)
                stack.append(child)


def breadth_first(self):
    self.grad = 1.0
    queue, seen = [self], {self}
    for node in queue:
        node._backward()
        for child in node._prev:
            if child not in seen:
                seen.add(child)
                queue.append(child)


def breadth_first_marked_late(self):
    self.grad = 1.0
    queue, seen = [self], set()
    for node in queue:
        if node not in seen:
            seen.add(node)
            node._backward()
            queue.extend(node._prev)


# --- nodes visited more than once ------------------------------------------------------------------


def listed_for_each_child(self):
    order, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for child in node._prev:
                visit(child)
                order.append(node)

    visit(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def asks_only_who_waits(self):
    self.grad = 1.0
    waiting = [self]
    while waiting:
        node = waiting.pop()
        node._backward()
        for child in node._prev:
            if child not in waiting:
                waiting.append(child)


def asks_only_who_waits_and_takes_twins(self):
    self.grad = 1.0
    waiting = [self]
    while waiting:
        node = waiting.pop()
        node._backward()
        waiting += [child for child in node._prev if child not in waiting]


def asks_only_who_waits_first_in(self):
    self.grad = 1.0
    waiting = [self]
    while waiting:
        node = waiting.pop(0)
        node._backward()
        for child in node._prev:
            if child not in waiting:
                waiting.append(child)


def every_path_depth_first(self):
    def visit(node):
        node._backward()
        for child in node._prev:
            visit(child)

    self.grad = 1.0
    visit(self)


def every_path_seeded_if_zero(self):
    if self.grad == 0.0:
        self.grad = 1.0
    self._backward()
    for child in self._prev:
        child.backward()


def every_path_but_twins(self):
    if self.grad == 0.0:
        self.grad = 1.0
    self._backward()
    for child in dict.fromkeys(self._prev):
        child.backward()


def every_path_listed(self):
    order = []

    def visit(node):
        for child in node._prev:
            visit(child)
        order.append(node)

    visit(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def every_path_breadth_first(self):
    self.grad = 1.0
    queue = [self]
    for node in queue:
        node._backward()
        queue.extend(node._prev)


def every_path_stack(self):
    self.grad = 1.0
    stack = [self]
    while stack:
        node = stack.pop()
        node._backward()
        stack.extend(node._prev)


# --- gradients overwritten ---------------------------------------------------------------------------


def every_node_seeded(self):
    for node in reversed(in_order(self)):
        node.grad = 1.0
        node._backward()


def every_node_seeded_first(self):
    for node in in_order(self):
        node.grad = 1.0
    for node in reversed(in_order(self)):
        node._backward()


def children_go_backward_too(self):
    self.grad = 1.0
    self._backward()
    for child in self._prev:
        child.backward()


def children_go_backward_first(self):
    for child in self._prev:
        child.backward()
    self.grad = 1.0
    self._backward()


def leaves_cleared(self):
    for node in in_order(self):
        node.grad = 0.0
    self.grad = 1.0
    for node in reversed(in_order(self)):
        node._backward()


def cleared_afterwards(self):
    self.grad = 1.0
    for node in reversed(in_order(self)):
        node._backward()
        node.grad = 0.0


# --- shares that are missing ---------------------------------------------------------------------------


def no_rule_for_minus(self):
    self.grad = 1.0
    for node in reversed(in_order(self)):
        if node._op in ("+", "*"):
            node._backward()


def no_rule_for_plus(self):
    self.grad = 1.0
    for node in reversed(in_order(self)):
        if node._op in ("-", "*"):
            node._backward()


def no_rule_for_times(self):
    self.grad = 1.0
    for node in reversed(in_order(self)):
        if node._op in ("+", "-"):
            node._backward()


def twins_count_once(self):
    self.grad = 1.0
    for node in reversed(in_order(self)):
        before = {child: child.grad for child in node._prev}
        node._backward()
        if node._op != "-" and len(before) == 1:
            (child,) = before
            child.grad = (before[child] + child.grad) / 2


# --- the wrong things remembered ---------------------------------------------------------------------


def merged_by_number(self):
    order, seen = [], set()

    def visit(node):
        if node.data not in seen:
            seen.add(node.data)
            for child in node._prev:
                visit(child)
            order.append(node)

    visit(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def list_survives(self, order=[]):  # noqa: B006
    seen = set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for child in node._prev:
                visit(child)
            order.append(node)

    visit(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def list_and_set_survive(self, order=[], seen=set()):  # noqa: B006
    def visit(node):
        if node not in seen:
            seen.add(node)
            for child in node._prev:
                visit(child)
            order.append(node)

    visit(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def set_survives(self, seen=set()):  # noqa: B006
    order = []

    def visit(node):
        if node not in seen:
            seen.add(node)
            for child in node._prev:
                visit(child)
            order.append(node)

    visit(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def marks_survive(self):
    order = []

    def visit(node):
        if not hasattr(node, "seen"):
            node.seen = True
            for child in node._prev:
                visit(child)
            order.append(node)

    visit(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


# --- calls that cannot work --------------------------------------------------------------------------


def reverse_gives_nothing(self):
    self.grad = 1.0
    for node in in_order(self).reverse():
        node._backward()


def helper_goes_round(self):
    order = []

    def visit(node):
        for child in self._prev:
            visit(child)
        order.append(node)

    visit(self)
    self.grad = 1.0
    for node in reversed(order):
        node._backward()


def calls_itself(self):
    self.grad = 1.0
    for node in reversed(in_order(self)):
        node.backward()
